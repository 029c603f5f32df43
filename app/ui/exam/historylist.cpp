// SPDX-License-Identifier: GPL-3.0-or-later
#include "historylist.h"

#include "sessionwords.h"
#include "widgets.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

namespace
{
constexpr qsizetype latest = 3;
}

PastRow::PastRow(
    const Theme &theme, const ReportDesk::Past &past, const QString &title, const QDateTime &started, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_id(past.id)
    , m_title(title)
{
    const QLocale locale;
    const QString day =
        past.startedUtcMs > 0 ? locale.toString(started.date(), tr("ddd d MMM yyyy")) : tr("day unknown");
    if (past.damaged) {
        m_detail = tr("%1, damaged: cannot be opened").arg(day);
        setEnabled(false);
        setToolTip(tr("A stored answer of this attempt does not match its checksum. Restore a backup to see it."));
    } else {
        m_result = past.abandoned ? tr("abandoned")
                                  : tr("%1 of %2").arg(locale.toString(past.right), locale.toString(past.total));
        m_detail = tr("%1, %n min", "date, minutes", int((past.usedMs + 30000) / 60000)).arg(day);
        setToolTip(tr("Open the report of “%1”").arg(title));
    }
    QStringList spoken{m_title, m_result, m_detail};
    spoken.removeAll(QString());
    setAccessibleName(spoken.join(tr(", ")));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

QSize PastRow::sizeHint() const
{
    const int lines = QFontMetrics(m_theme.font(Theme::Role::Body)).height() +
                      QFontMetrics(m_theme.font(Theme::Role::Small)).height();
    return {m_theme.px(240), lines + m_theme.px(space::s)};
}

QSize PastRow::minimumSizeHint() const
{
    return {m_theme.px(120), sizeHint().height()};
}

void PastRow::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isEnabled() && (underMouse() || isDown())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? t.track : hovered(t));
        painter.drawRoundedRect(rect(), m_theme.px(4), m_theme.px(4));
    }
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), m_theme.px(4), m_theme.px(4));
    }
    const QRect inner = rect().adjusted(m_theme.px(space::s), m_theme.px(space::xs), -m_theme.px(space::s), 0);
    const auto start = QStyle::visualAlignment(layoutDirection(), Qt::AlignTop | Qt::AlignLeft);
    const auto end = QStyle::visualAlignment(layoutDirection(), Qt::AlignTop | Qt::AlignRight);

    QFont bold = m_theme.font(Theme::Role::Body);
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(t.text);
    painter.drawText(inner, int(end), m_result);
    const int taken = m_result.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(m_result) + m_theme.px(space::m);

    painter.setFont(m_theme.font(Theme::Role::Body));
    const QRect titleArea = isRightToLeft() ? inner.adjusted(taken, 0, 0, 0) : inner.adjusted(0, 0, -taken, 0);
    painter.drawText(
        titleArea, int(start), painter.fontMetrics().elidedText(m_title, Qt::ElideRight, titleArea.width()));
    const int line = painter.fontMetrics().height();

    painter.setFont(m_theme.font(Theme::Role::Small));
    painter.setPen(isEnabled() ? t.muted : t.bad);
    const QRect detailArea = inner.adjusted(0, line, 0, 0);
    painter.drawText(
        detailArea, int(start), painter.fontMetrics().elidedText(m_detail, Qt::ElideRight, detailArea.width()));
}

HistoryList::HistoryList(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_all(linkButton(theme, QString()))
    , m_rows(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(space::s));
    // In a row of its own, because a label's own margins do not mirror.
    auto *head = new QHBoxLayout;
    head->setContentsMargins(theme.px(space::s), 0, theme.px(space::s), 0);
    head->addWidget(new TextLabel(theme, Theme::Role::Heading, tr("History")), 1);
    head->addWidget(m_all);
    column->addLayout(head);
    m_rows->setSpacing(theme.px(space::xs));
    column->addLayout(m_rows);
    column->addStretch();
    connect(m_all, &QPushButton::clicked, this, &HistoryList::allWanted);
}

void HistoryList::setPast(const ReportDesk &desk, const Certification &certification)
{
    while (QLayoutItem *old = m_rows->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    const QList<ReportDesk::Past> &attempts = desk.history();
    for (const ReportDesk::Past &past : attempts.first(std::min(latest, attempts.size()))) {
        auto *row = new PastRow(m_theme, past, sessionTitle(past.mode, past.criteria, certification),
            desk.localTime(past.startedUtcMs), this);
        connect(row, &PastRow::clicked, this, [this, row] { Q_EMIT chosen(row->id()); });
        m_rows->addWidget(row);
    }
    if (attempts.isEmpty())
        m_rows->addWidget(emptyState(
            m_theme, tr("No exam finished yet. Start one: its result and every rationale will be kept here."), {}, {}));
    m_all->setVisible(!attempts.isEmpty());
    m_all->setText(tr("All %n", "attempts", int(attempts.size())));
    m_all->setAccessibleName(tr("Show all %n attempt(s)", nullptr, int(attempts.size())));
}

} // namespace lectern
