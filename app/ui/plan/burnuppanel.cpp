// SPDX-License-Identifier: GPL-3.0-or-later
#include "burnuppanel.h"

#include "burnupchart.h"
#include "copytable.h"
#include "dialogs.h"
#include "figuretable.h"
#include "flowlayout.h"
#include "formdialog.h"
#include "icons.h"
#include "planwords.h"
#include "ui.h"
#include "widgets.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int weekDays = 7;
constexpr int swatchWidth = 20;
constexpr int swatchHeight = 11;

/// What one shape of the wall means.
class WallKey : public QWidget
{
public:
    enum class Mark { Done, Missed, ToCome, Buffer, Rehearsal, Milestone, Planned, Pace };
    WallKey(const Theme &theme, Mark mark, const QString &text, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_mark(mark)
        , m_text(text)
    {
        setAccessibleName(text);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(m_theme.font(Theme::Role::Small));
        return {m_theme.px(swatchWidth + space::s) + metrics.horizontalAdvance(m_text) + 1, metrics.height()};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens &tokens = m_theme.tokens();
        const int wide = m_theme.px(swatchWidth);
        const int high = m_theme.px(swatchHeight);
        const QRect whole(0, (height() - high) / 2, wide, high);
        const QRect place = QStyle::visualRect(layoutDirection(), rect(), whole);
        const QRectF box = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5);
        const double line = std::max(1.0, m_theme.px(3) / 2.0);
        const auto draw = [&](const QPen &pen, const QBrush &brush) {
            painter.setPen(pen);
            painter.setBrush(brush);
            painter.drawRoundedRect(box, 2, 2);
        };
        switch (m_mark) {
        case Mark::Done:
            draw(Qt::NoPen, tokens.edge);
            break;
        case Mark::Missed:
            draw(QPen(tokens.edge, line, Qt::DashLine), Qt::NoBrush);
            break;
        case Mark::ToCome:
            draw(QPen(tokens.edge, line), tokens.track);
            break;
        case Mark::Buffer:
            draw(QPen(tokens.text, line, Qt::DotLine), tokens.raised);
            break;
        case Mark::Planned:
        case Mark::Pace:
            painter.setPen(m_mark == Mark::Planned ? QPen(tokens.edge, line, Qt::DashLine)
                                                   : QPen(tokens.accent, line, Qt::DotLine));
            painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
            break;
        case Mark::Rehearsal:
        case Mark::Milestone: {
            const int size = m_theme.px(14);
            const QRect icon(place.center().x() - size / 2, (height() - size) / 2, size, size);
            const QString name =
                m_mark == Mark::Rehearsal ? QStringLiteral("chronometer") : QStringLiteral("view-pim-tasks");
            symbolicIcon(m_theme, name, tokens.text).paint(&painter, icon);
            break;
        }
        }
        painter.setFont(m_theme.font(Theme::Role::Small));
        painter.setPen(tokens.muted);
        const QRect words(wide + m_theme.px(space::s), 0, width() - wide - m_theme.px(space::s), height());
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words),
            QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter, m_text);
    }

private:
    const Theme &m_theme;
    Mark m_mark;
    QString m_text;
};

/// The weeks of the chart for those who read rather than look.
class WeeksDialog : public FormDialog
{
public:
    WeeksDialog(FigureTable &table, const QString &title, const Theme &theme, QWidget *parent)
        : FormDialog(theme, title, parent)
    {
        auto *view = new CopyTable(title, 0, this);
        view->setModel(&table);
        view->setObjectName(QStringLiteral("burnUpTable"));
        body().addWidget(view);
        body().addStretch(1);
        buttons().addButton(BurnUpPanel::tr("Close"), QDialogButtonBox::RejectRole);
    }
};

} // namespace

BurnUpPanel::BurnUpPanel(Ui &ui, QWidget *parent)
    : QWidget(parent)
    , m_ui(ui)
    , m_chart(new BurnUpChart(ui.theme, this))
    , m_figure(new TextLabel(ui.theme, Theme::Role::Heading, {}, this))
    , m_sentence(new TextLabel(ui.theme, Theme::Role::Small, {}, this))
    , m_table(new FigureTable(this))
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_columns->setContentsMargins(0, ui.theme.px(space::s), 0, 0);
    m_columns->setSpacing(ui.theme.px(space::xl));
    m_columns->addWidget(m_chart, 3);
    auto *words = new QWidget(this);
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui.theme.px(space::xs));
    auto *head = new QHBoxLayout;
    m_figure->setObjectName(QStringLiteral("burnUpFigure"));
    QPushButton *table = linkButton(ui.theme, tr("As a table"));
    table->setObjectName(QStringLiteral("burnUpAsTable"));
    table->setAccessibleName(tr("Hours so far as a table"));
    head->addWidget(m_figure, 1);
    head->addWidget(table);
    column->addLayout(head);
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName(QStringLiteral("burnUpSentence"));
    column->addWidget(m_sentence);
    auto *keys = new QWidget(words);
    auto *flow = new FlowLayout(ui.theme.px(space::m), keys);
    flow->setContentsMargins(0, 0, 0, 0);
    using Mark = WallKey::Mark;
    for (const auto &[mark, text] :
        {std::pair{Mark::Done, tr("done")}, {Mark::Missed, tr("missed")}, {Mark::ToCome, tr("to come")},
            {Mark::Buffer, tr("buffer")}, {Mark::Rehearsal, tr("rehearsal")}, {Mark::Milestone, tr("milestone")},
            {Mark::Planned, tr("planned hours")}, {Mark::Pace, tr("at your pace")}})
        flow->addWidget(new WallKey(ui.theme, mark, text, keys));
    column->addWidget(keys);
    column->addStretch(1);
    m_columns->addWidget(words, 2);
    connect(table, &QPushButton::clicked, this, &BurnUpPanel::showTable);
}

void BurnUpPanel::setCompact(bool compact)
{
    m_columns->setDirection(compact ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

QString BurnUpPanel::sentence() const
{
    return m_sentence->text();
}

void BurnUpPanel::set(const BurnUp &burn, double pace, QDate end, QDate today)
{
    m_chart->set(burn, today);
    if (burn.planned.isEmpty())
        return;
    const int before = burn.planned.constFirst().minutes;
    const int studied = burn.studied.isEmpty() ? before : burn.studied.constLast().minutes;
    m_figure->setText(tr("%1 of %2 h", "hours studied, hours that the scope asks for")
                          .arg(hoursNumber(studied), hoursNumber(burn.scopeMinutes)));
    const int reached = burn.forecast.isEmpty() ? studied : burn.forecast.constLast().minutes;
    QString text = tr("At your pace (%1 of planned) you reach %2 by %3.")
                       .arg(QLocale().toString(pace, 'f', 2), hoursText(reached), dayText(end, today));
    if (const int missing = burn.scopeMinutes - reached; missing >= 30)
        text += u' ' + tr("%1 short of the scope.").arg(hoursText(missing));
    m_sentence->setText(text);
    fillTable(burn);
}

void BurnUpPanel::fillTable(const BurnUp &burn)
{
    const auto cell = [](const std::optional<int> &minutes) {
        return FigureTable::Cell{
            minutes ? hoursText(*minutes) : tr("–", "no figure"), minutes ? QVariant(*minutes / 60.0) : QVariant()};
    };
    QList<QList<FigureTable::Cell>> rows;
    const QDate last = burn.planned.constLast().day;
    int week = 1;
    for (QDate monday = burn.planned.constFirst().day; monday <= last; monday = monday.addDays(weekDays), ++week) {
        const QDate end = std::min(last, monday.addDays(weekDays - 1));
        rows.append({{tr("Week %1, to %2").arg(week).arg(shortDayText(end))}, cell(minutesAt(burn.planned, end)),
            cell(minutesAt(burn.studied, end)), cell(minutesAt(burn.forecast, end))});
    }
    m_table->setTable({{tr("Week"), true}, {tr("Planned")}, {tr("Studied")}, {tr("At your pace")}}, rows);
}

void BurnUpPanel::showTable()
{
    WeeksDialog dialog(*m_table, tr("Hours so far"), m_ui.theme, this);
    m_ui.dialogs.run(dialog);
}

} // namespace lectern
