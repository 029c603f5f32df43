// SPDX-License-Identifier: GPL-3.0-or-later
#include "topicevidencerow.h"

#include "widgets.h"

#include <QDateTime>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QRadioButton>
#include <QVBoxLayout>

namespace lectern
{

namespace
{

constexpr int testedWidth = 210; ///< pixels at 100 % text, so that the columns of all rows stand below each other
constexpr int doneWidth = 150;

QVBoxLayout *column(QWidget *box)
{
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    return layout;
}

} // namespace

TopicEvidenceRow::TopicEvidenceRow(const Theme &theme, const Topic &topic, int domain, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
    , m_title(new TextLabel(theme, Theme::Role::Body, topic.title, this))
    , m_testedBox(new QWidget(this))
    , m_tested(new TextLabel(theme, Theme::Role::Body))
    , m_expected(new TextLabel(theme, Theme::Role::Small))
    , m_bar(new ShareBar(theme))
    , m_feltBox(new QWidget(this))
    , m_felt(new Segments(theme, tr("How sure you feel of %1").arg(topic.title)))
    , m_feltDay(new TextLabel(theme, Theme::Role::Small))
    , m_done(new TextLabel(theme, Theme::Role::Body, {}, this))
    , m_gapWords(new TextLabel(theme, Theme::Role::Small, {}, this))
{
    for (TextLabel *label : {m_title, m_expected, m_done, m_gapWords})
        label->setWordWrap(true);
    for (TextLabel *label : {m_expected, m_feltDay})
        label->setTone(TextLabel::Tone::Muted);
    m_bar->setDomain(domain);
    auto *words = new QHBoxLayout;
    words->setSpacing(theme.px(space::s));
    words->addWidget(m_tested);
    words->addWidget(m_expected, 1, Qt::AlignBottom);
    auto *tested = column(m_testedBox);
    tested->addLayout(words);
    tested->addWidget(m_bar);
    m_felt->setCurrent(-1);
    for (int value = lowestRating; value <= highestRating; ++value) {
        m_felt->addSegment(QLocale().toString(value));
        m_felt->setSegmentName(value - lowestRating, evidence::rating(value));
    }
    m_felt->setCurrent(-1);
    const auto radios = m_felt->findChildren<QRadioButton *>();
    for (QRadioButton *radio : radios)
        radio->installEventFilter(this);
    auto *felt = column(m_feltBox);
    felt->addWidget(m_felt);
    felt->addWidget(m_feltDay);

    m_grid->setContentsMargins(theme.px(space::l), theme.px(space::s), theme.px(space::l), theme.px(space::s));
    m_grid->setHorizontalSpacing(theme.px(space::l));
    m_grid->setVerticalSpacing(theme.px(space::xs));
    place();
    connect(m_felt, &Segments::currentChanged, this, [this](int index) { Q_EMIT rated(index + lowestRating); });
    connect(&theme, &Theme::changed, this, &TopicEvidenceRow::place);
}

void TopicEvidenceRow::show(const ReadinessRow &tested, const std::optional<TopicRating> &felt, const TopicWork &work)
{
    m_tested->setText(evidence::tested(tested));
    m_tested->setTone(tested.tested() ? TextLabel::Tone::Text : TextLabel::Tone::Muted);
    m_expected->setText(evidence::expected(tested));
    m_expected->setVisible(tested.tested());
    m_bar->setHollow(!tested.tested());
    m_bar->setShare(tested.tested() ? tested.expected.mean : 1);
    m_bar->setInterval(tested.tested() ? tested.expected.low : 1, tested.tested() ? tested.expected.high : 0);

    m_rating = felt ? felt->value : 0;
    const QSignalBlocker quiet(m_felt);
    m_felt->setCurrent(m_rating - lowestRating);
    m_feltDay->setText(felt ? tr("on %1").arg(QLocale().toString(
                                  QDateTime::fromMSecsSinceEpoch(felt->utcMs).date(), QLocale::ShortFormat))
                            : tr("not rated"));
    m_done->setText(evidence::done(work));
    m_done->setTone(work == TopicWork() ? TextLabel::Tone::Muted : TextLabel::Tone::Text);

    m_gap = feltGap(m_rating, tested);
    const bool differs = m_gap.kind == FeltGap::Kind::Surer || m_gap.kind == FeltGap::Kind::LessSure;
    m_gapWords->setText(evidence::gap(m_gap));
    m_gapWords->setBold(differs);
    m_gapWords->setTone(m_gap.kind == FeltGap::Kind::Surer ? TextLabel::Tone::Warn : TextLabel::Tone::Muted);
    m_gapWords->setVisible(!m_gapWords->text().isEmpty());
}

void TopicEvidenceRow::setStacked(bool stacked)
{
    if (m_stacked == stacked)
        return;
    m_stacked = stacked;
    place();
}

QList<int> TopicEvidenceRow::columnWidths() const
{
    return {m_theme.px(testedWidth), m_feltBox->sizeHint().width(), m_theme.px(doneWidth)};
}

int TopicEvidenceRow::widthInOneLine() const
{
    const QMargins margins = m_grid->contentsMargins();
    int width = m_title->minimumSizeHint().width() + margins.left() + margins.right();
    for (const int column : columnWidths())
        width += column + m_grid->horizontalSpacing();
    return width;
}

void TopicEvidenceRow::place()
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_testedBox, m_feltBox, m_done, m_gapWords})
        m_grid->removeWidget(part);
    m_testedBox->setMinimumWidth(m_stacked ? 0 : m_theme.px(testedWidth));
    m_testedBox->setMaximumWidth(m_stacked ? QWIDGETSIZE_MAX : m_theme.px(testedWidth));
    m_done->setMinimumWidth(m_stacked ? 0 : m_theme.px(doneWidth));
    m_done->setMaximumWidth(m_stacked ? QWIDGETSIZE_MAX : m_theme.px(doneWidth));
    m_grid->setColumnStretch(0, 1);
    if (m_stacked) {
        m_grid->addWidget(m_title, 0, 0);
        m_grid->addWidget(m_testedBox, 1, 0);
        m_grid->addWidget(m_feltBox, 2, 0);
        m_grid->addWidget(m_done, 3, 0);
        m_grid->addWidget(m_gapWords, 4, 0);
    } else {
        m_grid->addWidget(m_title, 0, 0, Qt::AlignTop);
        m_grid->addWidget(m_testedBox, 0, 1, Qt::AlignTop);
        m_grid->addWidget(m_feltBox, 0, 2, Qt::AlignTop);
        m_grid->addWidget(m_done, 0, 3, Qt::AlignTop);
        m_grid->addWidget(m_gapWords, 1, 1, 1, 3);
    }
}

void TopicEvidenceRow::enter()
{
    const auto radios = m_felt->findChildren<QRadioButton *>();
    for (QRadioButton *radio : radios) {
        if (radio->isChecked() || (m_rating == 0 && radio == radios.first()))
            radio->setFocus(Qt::ShortcutFocusReason);
    }
}

bool TopicEvidenceRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->modifiers() & ~Qt::KeypadModifier)
        return QWidget::eventFilter(watched, event);
    const int digit = key->key() - Qt::Key_0;
    if (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) {
        // Between the segments left and right is enough: up and down go on to the next topic.
        Q_EMIT stepped(key->key() == Qt::Key_Up ? -1 : +1);
    } else if (digit >= lowestRating && digit <= highestRating) {
        if (digit != m_rating)
            Q_EMIT rated(digit);
    } else {
        return QWidget::eventFilter(watched, event);
    }
    return true;
}

} // namespace lectern
