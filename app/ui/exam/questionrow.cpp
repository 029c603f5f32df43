// SPDX-License-Identifier: GPL-3.0-or-later
#include "questionrow.h"

#include "reportdetail.h"
#include "theme.h"
#include "widgets.h"
#include "workup.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

QuestionRow::QuestionRow(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void QuestionRow::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        Q_EMIT stepPressed(event->key());
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void QuestionRow::paintGround(QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    if (isChecked())
        painter.fillRect(rect(), t.accentSoft);
    else if (isDown())
        painter.fillRect(rect(), t.track);
    else if (underMouse())
        painter.fillRect(rect(), hovered(t));
    if (isChecked() || hasFocus()) {
        painter.setPen(QPen(t.accent, 2));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    } else {
        painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
    }
}

void drawElided(
    QPainter &painter, const QWidget &widget, const QRect &area, const QString &text, Qt::Alignment alignment)
{
    const Qt::Alignment upright = alignment & Qt::AlignVertical_Mask;
    painter.drawText(QStyle::visualRect(widget.layoutDirection(), widget.rect(), area),
        int(QStyle::visualAlignment(widget.layoutDirection(), alignment & Qt::AlignHorizontal_Mask) |
            (upright ? upright : Qt::AlignVCenter)),
        painter.fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
}

void bringIntoView(QScrollArea &area, QWidget *row, QWidget *detail, int margin)
{
    // A new detail gets its height with the next layout pass.
    QTimer::singleShot(0, &area, [&area, row = QPointer(row), detail = QPointer(detail), margin] {
        if (!row)
            return;
        area.widget()->layout()->activate();
        if (detail)
            area.ensureWidgetVisible(detail, 0, margin);
        area.ensureWidgetVisible(row, 0, margin);
    });
}

QuestionRows::QuestionRows(Card *card, Make make)
    : QObject(card)
    , m_card(card)
    , m_make(std::move(make))
{
}

void QuestionRows::add(QuestionRow *row)
{
    m_card->body()->addWidget(row);
    connect(row, &QAbstractButton::clicked, this, [this, row] {
        if (row == m_open)
            close();
        else
            open(row);
    });
    connect(row, &QuestionRow::stepPressed, this, [this, row](int key) { step(row, key); });
    m_rows << row;
    m_shown << row;
}

void QuestionRows::clear()
{
    close();
    qDeleteAll(m_rows);
    m_rows.clear();
    m_shown.clear();
}

void QuestionRows::show(const std::function<bool(const QuestionRow &row)> &matches)
{
    m_shown.clear();
    std::copy_if(m_rows.cbegin(), m_rows.cend(), std::back_inserter(m_shown),
        [&](const QuestionRow *row) { return matches(*row); });
    if (m_open && !m_shown.contains(m_open))
        close();
    for (QuestionRow *row : std::as_const(m_rows))
        row->setVisible(m_shown.contains(row));
}

void QuestionRows::open(QuestionRow *row)
{
    close();
    m_open = row;
    row->setChecked(true);
    m_detail = m_make(*row);
    if (!m_detail)
        return;
    m_card->body()->insertWidget(m_card->body()->indexOf(row) + 1, m_detail);
    m_detail->show();
    Q_EMIT brought(row, m_detail);
}

void QuestionRows::close()
{
    if (m_open)
        m_open->setChecked(false);
    m_open = nullptr;
    ReportDetail *closed = m_detail;
    m_detail = nullptr;
    if (!closed)
        return;
    if (closed->workup())
        closed->workup()->saveRule();
    closed->hide();
    m_card->body()->removeWidget(closed);
    closed->deleteLater(); // the click that closes it may come from inside
}

ReportDetail *QuestionRows::detail() const
{
    return m_detail;
}

void QuestionRows::step(QuestionRow *from, int key)
{
    qsizetype to = m_shown.indexOf(from);
    if (key == Qt::Key_Home)
        to = 0;
    else if (key == Qt::Key_End)
        to = m_shown.size() - 1;
    else
        to += key == Qt::Key_Down ? 1 : -1;
    if (to < 0 || to >= m_shown.size())
        return;
    QuestionRow *row = m_shown.at(to);
    row->setFocus(Qt::OtherFocusReason);
    if (m_open && m_open != row)
        open(row);
    else
        Q_EMIT brought(row, nullptr);
}

} // namespace lectern
