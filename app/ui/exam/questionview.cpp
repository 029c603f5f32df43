// SPDX-License-Identifier: GPL-3.0-or-later
#include "questionview.h"

#include "codeview.h"
#include "examwords.h"
#include "notepanel.h"
#include "optionlist.h"
#include "questionheading.h"
#include "safetext.h"
#include "settingsdesk.h"
#include "takeaway.h"
#include "textmarker.h"
#include "widgets.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollBar>
#include <QTextEdit>
#include <QTimer>
#include <QVBoxLayout>

namespace lectern
{

namespace
{

constexpr int columnWidth = 884; ///< about 90 characters of the reading size

/// Its height goes by its width alone: a layout's own hint would have all text laid out at widths that nothing has.
class Slab : public QWidget
{
public:
    using QWidget::QWidget;
    QSize sizeHint() const override { return minimumSizeHint(); }
};

} // namespace

QuestionView::QuestionView(const Theme &theme, SettingsDesk &settings, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_column(new Slab)
    , m_heading(new QuestionHeading(theme))
    , m_note(new NotePanel(theme))
    , m_stem(new SafeText(theme))
    , m_code(new CodeView(theme))
    , m_lead(new SafeText(theme))
    , m_options(new OptionList(theme))
    , m_verdict(new TextLabel(theme, Theme::Role::Body))
    , m_takeaway(new Takeaway(theme))
    , m_chosen(new TextLabel(theme, Theme::Role::Small))
    , m_marker(new TextMarker(theme, this))
{
    setObjectName(QStringLiteral("question"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Question"));
    m_stem->setAccessibleName(tr("Scenario"));
    m_lead->setAccessibleName(tr("What is asked"));
    m_verdict->setObjectName(QStringLiteral("share"));
    m_verdict->setBold(true);
    m_verdict->setWordWrap(true);
    m_verdict->hide();
    m_takeaway->hide();
    m_chosen->setObjectName(QStringLiteral("chosen"));
    m_chosen->setWordWrap(true);
    m_chosen->hide();
    m_code->leadZoom();

    auto *column = new QVBoxLayout(m_column);
    column->setContentsMargins(0, 0, 0, 0);
    for (QWidget *part : std::initializer_list<QWidget *>{
             m_heading, m_note, m_stem, m_code, m_lead, m_verdict, m_chosen, m_options, m_takeaway})
        column->addWidget(part);
    column->addStretch();

    auto *page = new Slab;
    page->setObjectName(QStringLiteral("page"));
    auto *middle = new QHBoxLayout(page);
    middle->addStretch(1);
    middle->addWidget(m_column, 1000);
    middle->addStretch(1);
    setWidget(page);

    connectParts();
    makeKeys();
    followSettings();
    connect(&theme, &Theme::changed, this, &QuestionView::rescale);
    rescale();
}

void QuestionView::followSettings()
{
    const auto read = [this] {
        setZoom(m_settings.value(Setting::CodeZoom).toInt());
        m_code->setWrap(m_settings.value(Setting::CodeWrap).toBool());
    };
    read();
    // What cannot be kept still holds for this sitting, so a failed write needs no word here.
    connect(m_code, &CodeView::zoomChanged, this, [this](int percent) {
        setZoom(percent);
        (void)m_settings.set(Setting::CodeZoom, percent);
    });
    connect(m_code, &CodeView::wrapChanged, this, [this](bool wrap) { (void)m_settings.set(Setting::CodeWrap, wrap); });
    connect(&m_settings, &SettingsDesk::changed, this, [read](Setting setting) {
        if (setting == Setting::CodeZoom || setting == Setting::CodeWrap)
            read();
    });
}

void QuestionView::setZoom(int percent)
{
    m_code->setZoom(percent);
    m_stem->setZoom(m_code->zoom());
    m_lead->setZoom(m_code->zoom());
    m_options->setZoom(m_code->zoom());
    m_takeaway->setZoom(m_code->zoom());
    m_heading->setZoom(m_code->zoom(), m_code->isHidden());
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
    PositionState state;
    state.choice = choice;
    setQuestion(position, item, order, state);
}

void QuestionView::setQuestion(int position, const Item &item, const QStringList &order, const PositionState &state)
{
    m_note->setQuestion(position, state.note);
    m_item = item;
    m_order = order;
    m_position = position;
    m_revealed = false;
    m_heading->setQuestion(position, taskWords(asked(item)));
    m_stem->setVisible(!item.stem.isEmpty());
    m_stem->setSafeMarkdown(item.stem);
    const bool code = !item.code.language.isEmpty();
    m_code->setVisible(code);
    if (code)
        m_code->setCode(item.code.language, item.code.text);
    m_heading->setZoom(m_code->zoom(), !code);
    m_lead->show();
    m_lead->setSafeMarkdown(item.question);
    QList<Option> options;
    for (const QString &id : order) {
        if (const Option *option = item.option(id))
            options << *option;
    }
    m_options->show();
    m_options->setOptions(options, asked(item));
    m_verdict->hide();
    m_takeaway->hide();
    setChoice(state.choice);
    setStruck(state.struck);
    setHighlights(state.highlights);
    if (state.revealed)
        setRevealed(true);
    m_endSeen = false;
    settle();
    verticalScrollBar()->setValue(0);
    QTimer::singleShot(0, this, &QuestionView::checkEnd);
}

void QuestionView::showProblem(int position, const QString &sentence)
{
    m_note->setQuestion(position, {});
    m_item = {};
    m_order.clear();
    m_struck.clear();
    m_position = position;
    m_heading->setQuestion(position, tr("This question cannot be shown"));
    m_stem->show();
    m_stem->setSafePlainText(sentence);
    m_marker->setHighlights({});
    m_code->hide();
    m_lead->hide();
    m_verdict->hide();
    m_takeaway->hide();
    m_chosen->hide();
    m_options->setOptions({});
    m_options->hide();
    m_endSeen = true;
}

/// Layouts of widgets in widgets pass a change up one level with each turn of the event loop, so that a question would
/// be seen half laid out; here they do it at once, from the innermost on.
void QuestionView::settle()
{
    if (!isVisible())
        return;
    for (QWidget *part : std::initializer_list<QWidget *>{m_options, m_column, widget()})
        part->layout()->activate();
    QEvent request(QEvent::LayoutRequest);
    event(&request);
}

QList<int> QuestionView::places(const QStringList &options) const
{
    QList<int> found;
    for (const QString &option : options) {
        if (const auto place = m_order.indexOf(option); place >= 0)
            found << int(place);
    }
    return found;
}

QStringList QuestionView::ids(const QList<int> &places) const
{
    QStringList found;
    for (const int place : places)
        found << m_order.at(place);
    return found;
}

void QuestionView::setChoice(const QStringList &choice)
{
    m_options->setChoice(places(choice));
    showChosen();
    if (m_revealed)
        setRevealed(true);
}

void QuestionView::setStruck(const QStringList &struck)
{
    m_struck = struck;
    m_options->setStruck(places(struck));
}

void QuestionView::setHighlights(const QList<Highlight> &highlights)
{
    m_marker->setHighlights(highlights);
}

void QuestionView::setNote(const QString &note)
{
    m_note->setNote(note);
}

void QuestionView::setRevealed(bool revealed)
{
    m_revealed = revealed;
    m_options->setRevealed(revealed);
    m_verdict->setVisible(revealed);
    if (revealed) {
        showVerdict();
        m_takeaway->setItem(m_item);
    }
    m_takeaway->setVisible(revealed);
    showChosen();
}

void QuestionView::showChosen()
{
    const int wanted = asked(m_item);
    const qsizetype chosen = m_options->choice().size();
    m_chosen->setVisible(wanted > 1 && !m_revealed);
    m_chosen->setText(chosenWords(chosen, wanted));
    m_chosen->setTone(chosen > 0 && chosen < wanted ? TextLabel::Tone::Warn : TextLabel::Tone::Muted);
    m_options->setAccessibleDescription(wanted > 1 ? m_chosen->text() : QString());
}

void QuestionView::showVerdict()
{
    const QStringList choice = ids(m_options->choice());
    const QStringList keys = m_item.keyIds();
    if (isRight(keyOf(m_item), choice)) {
        m_verdict->setText(tr("Right"));
        m_verdict->setTone(TextLabel::Tone::Good);
        return;
    }
    m_verdict->setTone(TextLabel::Tone::Bad);
    if (choice.isEmpty()) {
        m_verdict->setText(tr("Not answered"));
        return;
    }
    if (keys.size() < 2) {
        m_verdict->setText(tr("Wrong"));
        return;
    }
    const auto found =
        std::count_if(choice.begin(), choice.end(), [&keys](const QString &option) { return keys.contains(option); });
    const auto wrong = choice.size() - found;
    const QString share = tr("%1 of %2", "keys found").arg(QLocale().toString(found), QLocale().toString(keys.size()));
    m_verdict->setText(wrong == 0 ? tr("%1, nothing wrong chosen", "1 of 2").arg(share)
                                  : tr("%1, and %2 wrong chosen", "1 of 2").arg(share, QLocale().toString(wrong)));
}

bool QuestionView::endInView() const
{
    if (m_options->count() == 0 || !isVisible())
        return m_options->count() == 0;
    const OptionRow *last = m_options->row(m_options->count() - 1);
    const int bottom = last->mapTo(widget(), QPoint(0, last->height())).y();
    return bottom <= verticalScrollBar()->value() + viewport()->height();
}

bool QuestionView::endSeen() const
{
    return m_endSeen || endInView();
}

void QuestionView::checkEnd()
{
    if (m_endSeen || !endInView())
        return;
    m_endSeen = true;
    Q_EMIT endReached();
}

bool QuestionView::revealLastOption()
{
    if (m_options->count() == 0 || endInView())
        return false;
    QScrollBar *bar = verticalScrollBar();
    bar->setValue(bar->value() + viewport()->height() * 4 / 5);
    return true;
}

void QuestionView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    QTimer::singleShot(0, this, &QuestionView::checkEnd);
}

void QuestionView::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    QTimer::singleShot(0, this, &QuestionView::checkEnd);
}

} // namespace lectern
