// SPDX-License-Identifier: GPL-3.0-or-later
#include "questionview.h"

#include "codeview.h"
#include "item.h"
#include "optionlist.h"
#include "safetext.h"
#include "settingsdesk.h"
#include "widgets.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace lectern
{

namespace
{

constexpr int columnWidth = 884; ///< about 90 characters of the reading size

} // namespace

QuestionView::QuestionView(const Theme &theme, SettingsDesk &settings, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_column(new QWidget)
    , m_number(new TextLabel(theme, Theme::Role::Heading))
    , m_task(new TextLabel(theme, Theme::Role::Body, tr("Choose one answer")))
    , m_stem(new SafeText(theme))
    , m_code(new CodeView(theme))
    , m_lead(new SafeText(theme))
    , m_options(new OptionList(theme))
{
    setObjectName(QStringLiteral("question"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Question"));
    m_task->setTone(TextLabel::Tone::Muted);
    m_stem->setAccessibleName(tr("Scenario"));
    m_lead->setAccessibleName(tr("What is asked"));

    auto *heading = new QHBoxLayout;
    heading->addWidget(m_number);
    heading->addWidget(m_task, 1, Qt::AlignBaseline);
    auto *column = new QVBoxLayout(m_column);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(heading);
    column->addWidget(m_stem);
    column->addWidget(m_code);
    column->addWidget(m_lead);
    column->addWidget(m_options);
    column->addStretch();

    auto *page = new QWidget;
    page->setObjectName(QStringLiteral("page"));
    auto *middle = new QHBoxLayout(page);
    middle->addStretch(1);
    middle->addWidget(m_column, 1000);
    middle->addStretch(1);
    setWidget(page);

    connect(m_options, &OptionList::picked, this, [this](int index) { Q_EMIT picked(m_order.at(index)); });
    connect(m_stem, &SafeText::linkActivated, this, &QuestionView::linkActivated);
    connect(m_lead, &SafeText::linkActivated, this, &QuestionView::linkActivated);
    followSettings();
    connect(&theme, &Theme::changed, this, &QuestionView::rescale);
    rescale();
}

void QuestionView::followSettings()
{
    const auto read = [this] {
        m_code->setZoom(m_settings.value(Setting::CodeZoom).toInt());
        m_code->setWrap(m_settings.value(Setting::CodeWrap).toBool());
    };
    read();
    // What cannot be kept still holds for this sitting, so a failed write needs no word here.
    connect(m_code, &CodeView::zoomChanged, this,
        [this](int percent) { (void)m_settings.set(Setting::CodeZoom, percent); });
    connect(m_code, &CodeView::wrapChanged, this, [this](bool wrap) { (void)m_settings.set(Setting::CodeWrap, wrap); });
    connect(&m_settings, &SettingsDesk::changed, this, [read](Setting setting) {
        if (setting == Setting::CodeZoom || setting == Setting::CodeWrap)
            read();
    });
}

void QuestionView::rescale()
{
    m_column->setMaximumWidth(m_theme.px(columnWidth));
    m_column->layout()->setSpacing(m_theme.px(space::m));
    widget()->layout()->setContentsMargins(
        m_theme.px(space::xl), m_theme.px(space::l), m_theme.px(space::xl), m_theme.px(space::l));
}

void QuestionView::setQuestion(int position, const Item &item, const QStringList &order, const QStringList &choice)
{
    m_order = order;
    m_number->setText(QLocale().toString(position + 1));
    m_task->setText(tr("Choose one answer"));
    m_stem->setVisible(!item.stem.isEmpty());
    m_stem->setSafeMarkdown(item.stem);
    m_code->setVisible(!item.code.language.isEmpty());
    if (!item.code.language.isEmpty())
        m_code->setCode(item.code.language, item.code.text);
    m_lead->show();
    m_lead->setSafeMarkdown(item.question);
    QList<Option> options;
    for (const QString &id : order) {
        if (const Option *option = item.option(id))
            options << *option;
    }
    m_options->show();
    m_options->setOptions(options);
    setChoice(choice);
    verticalScrollBar()->setValue(0);
}

void QuestionView::setChoice(const QStringList &choice)
{
    m_options->setChosen(choice.isEmpty() ? -1 : int(m_order.indexOf(choice.first())));
}

void QuestionView::showProblem(int position, const QString &sentence)
{
    m_order.clear();
    m_number->setText(QLocale().toString(position + 1));
    m_task->setText(tr("This question cannot be shown"));
    m_stem->show();
    m_stem->setSafePlainText(sentence);
    m_code->hide();
    m_lead->hide();
    m_options->setOptions({});
    m_options->hide();
}

bool QuestionView::revealLastOption()
{
    if (m_options->count() == 0)
        return false;
    QScrollBar *bar = verticalScrollBar();
    const OptionRow *last = m_options->row(m_options->count() - 1);
    const int bottom = last->mapTo(widget(), QPoint(0, last->height())).y();
    if (bottom <= bar->value() + viewport()->height())
        return false;
    bar->setValue(bar->value() + viewport()->height() * 4 / 5);
    return true;
}

} // namespace lectern
