// SPDX-License-Identifier: GPL-3.0-or-later
#include "examreview.h"

#include "icons.h"
#include "safetext.h"
#include "tell.h"
#include "widgets.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QShortcut>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QTextDocumentFragment>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

namespace
{

enum Column { Number, Title, Answer, Marks };
enum FilterIndex { All, Blank, Flagged, Unsure };

/// Sets the cells in, so that they stand below their headings.
class InsetDelegate : public QStyledItemDelegate
{
public:
    InsetDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
        QStyleOptionViewItem inset = option;
        const int by = m_theme.px(space::xs);
        inset.rect.adjust(
            option.direction == Qt::LeftToRight ? by : 0, 0, option.direction == Qt::LeftToRight ? 0 : -by, 0);
        QStyledItemDelegate::paint(painter, inset, index);
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * m_theme.px(space::xs), 0);
    }

private:
    const Theme &m_theme;
};

} // namespace

ExamReview::ExamReview(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_counts(new TextLabel(theme, Theme::Role::Body))
    , m_filter(new Segments(theme, tr("Questions to show")))
    , m_list(new QTreeWidget)
    , m_none(new TextLabel(theme, Theme::Role::Body))
    , m_submit(primaryButton(theme, tr("Submit exam"), QStringLiteral("checkmark"), tr("Ctrl+Enter")))
{
    m_counts->setTone(TextLabel::Tone::Muted);
    m_counts->setObjectName(QStringLiteral("counts"));
    m_counts->setElided(true);
    m_none->setTone(TextLabel::Tone::Muted);
    m_submit->setObjectName(QStringLiteral("submit"));
    for (int i = All; i <= Unsure; ++i)
        m_filter->addSegment({});
    m_list->setHeaderLabels({tr("No."), tr("Question"), tr("Your answer"), tr("Marks")});
    m_list->setAccessibleName(tr("Questions to review"));
    m_list->setRootIsDecorated(false);
    m_list->setItemDelegate(new InsetDelegate(theme, m_list));
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->header()->setSectionsMovable(false);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(Title, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(Answer, QHeaderView::Stretch);

    auto *heading = new TextLabel(theme, Theme::Role::Heading, tr("Review"));
    QPushButton *back = plainButton(theme, tr("Back to the questions"), QStringLiteral("go-previous"), tr("Esc"));
    back->setObjectName(QStringLiteral("back"));
    auto *head = new QHBoxLayout;
    head->addWidget(heading);
    head->addWidget(m_counts, 1);
    head->addWidget(m_filter);
    auto *foot = new QHBoxLayout;
    foot->addWidget(back);
    foot->addStretch();
    foot->addWidget(m_submit);
    auto *column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addWidget(m_none);
    column->addWidget(m_list, 1);
    column->addLayout(foot);

    const auto jump = [this](QTreeWidgetItem *line) { Q_EMIT chosen(line->data(Number, Qt::UserRole).toInt()); };
    connect(m_list, &QTreeWidget::itemClicked, this, jump);
    const auto jumpToCurrent = [this, jump] {
        if (m_list->hasFocus() && m_list->currentItem())
            jump(m_list->currentItem());
    };
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(enter, m_list, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this,
            jumpToCurrent);
    connect(m_filter, &Segments::currentChanged, this, &ExamReview::applyFilter);
    connect(back, &QPushButton::clicked, this, &ExamReview::back);
    connect(m_submit, &QPushButton::clicked, this, &ExamReview::submit);
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, &ExamReview::back);
    for (const auto keys : {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter})
        connect(new QShortcut(keys, this), &QShortcut::activated, m_submit, &QAbstractButton::click);
    connect(&theme, &Theme::changed, this, &ExamReview::rescale);
    rescale();
}

void ExamReview::rescale()
{
    layout()->setContentsMargins(
        m_theme.px(space::xl), m_theme.px(space::l), m_theme.px(space::xl), m_theme.px(space::l));
    layout()->setSpacing(m_theme.px(space::m));
    for (int i = 0; i < m_rows.size() && i < m_list->topLevelItemCount(); ++i)
        fill(m_list->topLevelItem(i), i, m_rows.at(i));
}

void ExamReview::setRows(const QList<Row> &rows, int current)
{
    m_rows = rows;
    while (m_list->topLevelItemCount() > rows.size())
        delete m_list->takeTopLevelItem(m_list->topLevelItemCount() - 1);
    while (m_list->topLevelItemCount() < rows.size())
        m_list->addTopLevelItem(new QTreeWidgetItem);
    int answered = 0;
    int incomplete = 0;
    int flagged = 0;
    int unsure = 0;
    for (int i = 0; i < rows.size(); ++i) {
        const SeatMarks &marks = rows.at(i).marks;
        fill(m_list->topLevelItem(i), i, rows.at(i));
        answered += marks.mark == Mark::Answered;
        incomplete += marks.mark == Mark::Incomplete;
        flagged += marks.flagged;
        unsure += marks.unsure;
    }
    const int blank = int(rows.size()) - answered - incomplete;
    const QLocale locale;
    QStringList counts{tr("%1 answered").arg(locale.toString(answered))};
    if (incomplete > 0)
        counts << tr("%1 incomplete").arg(locale.toString(incomplete));
    counts << tr("%1 blank").arg(locale.toString(blank)) << tr("%1 flagged").arg(locale.toString(flagged));
    m_counts->setText(counts.join(tr(", ")));
    m_filter->setSegmentText(All, tr("All %1").arg(locale.toString(int(rows.size()))));
    m_filter->setSegmentText(Blank, incomplete == 0
                                        ? tr("Blank %1").arg(locale.toString(blank))
                                        : tr("Blank or incomplete %1").arg(locale.toString(blank + incomplete)));
    m_filter->setSegmentText(Flagged, tr("Flagged %1").arg(locale.toString(flagged)));
    m_filter->setSegmentText(Unsure, tr("Unsure %1").arg(locale.toString(unsure)));
    m_list->setCurrentItem(m_list->topLevelItem(current));
    applyFilter();
}

void ExamReview::takeFocus()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void ExamReview::fill(QTreeWidgetItem *line, int position, const Row &row) const
{
    const Tokens &t = m_theme.tokens();
    line->setData(Number, Qt::UserRole, position);
    line->setText(Number, QLocale().toString(position + 1));
    line->setData(Number, Qt::AccessibleTextRole, positionName(position, row.marks));
    line->setSizeHint(Number, {0, m_theme.px(32)});
    line->setText(Title, row.title.isEmpty() ? tr("Not seen yet") : row.title);
    line->setForeground(Title, row.title.isEmpty() || row.marks.frozen ? t.muted : t.text);
    QString answer = row.letters;
    if (answer.isEmpty())
        answer = tr("Blank");
    else if (!row.answer.isEmpty())
        answer =
            tr("%1, %2", "letter, answer")
                .arg(row.letters, QTextDocumentFragment::fromHtml(inlineRichText(row.answer, m_theme)).toPlainText());
    if (row.marks.mark == Mark::Incomplete)
        answer = tr("%1: %2", "1 of 2 chosen, the answer").arg(chosenWords(row.chosen, row.asked), answer);
    line->setText(Answer, answer);
    line->setToolTip(Answer, row.answer.isEmpty() ? QString() : plainToolTip(answer));
    line->setForeground(Answer, row.marks.mark == Mark::Answered ? t.text : t.warn);
    QStringList words = markWords(row.marks);
    if (!words.isEmpty())
        words.first() = words.constFirst().left(1).toUpper() + words.constFirst().mid(1);
    line->setIcon(Marks, row.marks.flagged ? symbolicIcon(m_theme, QStringLiteral("flag"), t.bad) : QIcon());
    line->setText(Marks, words.join(tr(", ")));
}

void ExamReview::setSubmitText(const QString &text)
{
    m_submit->setText(text);
    m_submit->updateGeometry();
}

void ExamReview::applyFilter()
{
    const int filter = m_filter->current();
    int shown = 0;
    QTreeWidgetItem *first = nullptr;
    for (int i = 0; i < m_rows.size(); ++i) {
        const SeatMarks &marks = m_rows.at(i).marks;
        const bool hidden = (filter == Blank && marks.mark == Mark::Answered) ||
                            (filter == Flagged && !marks.flagged) || (filter == Unsure && !marks.unsure);
        m_list->topLevelItem(i)->setHidden(hidden);
        shown += !hidden;
        if (!hidden && !first)
            first = m_list->topLevelItem(i);
    }
    // Else Enter would open a question that is not shown.
    if (const QTreeWidgetItem *current = m_list->currentItem(); first && (!current || current->isHidden()))
        m_list->setCurrentItem(first);
    m_none->setVisible(shown == 0);
    m_none->setText(filter == Blank     ? tr("Nothing is blank.")
                    : filter == Flagged ? tr("Nothing is flagged.")
                                        : tr("Nothing is marked unsure."));
}

} // namespace lectern
