// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QPointer>
#include <functional>

class QScrollArea;

namespace lectern
{

class Card;
class ReportDetail;
class Theme;

/// A row in a list of questions; checked while its detail is open below it. Whoever derives from it says what stands
/// in it.
class QuestionRow : public QAbstractButton
{
    Q_OBJECT
public:
    QuestionRow(const Theme &theme, QWidget *parent);

Q_SIGNALS:
    void stepPressed(int key); ///< up, down, home or end

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintGround(QPainter &painter) const; ///< with the frame or the line below

    const Theme &m_theme;
};

/// Text in one line of a mirrored layout, elided; `alignment` without a vertical one is centred.
void drawElided(QPainter &painter, const QWidget &widget, const QRect &area, const QString &text,
    Qt::Alignment alignment = Qt::AlignLeft);

/// Scrolls both into view once they have their places; the row wins where there is no room for both. `detail` may be
/// null.
void bringIntoView(QScrollArea &area, QWidget *row, QWidget *detail, int margin);

/// The rows of a card, of which one at a time is open. Up and down walk those that are shown and take an open detail
/// along.
class QuestionRows : public QObject
{
    Q_OBJECT
public:
    /// `make` returns the detail of a row as a child of the card; null where there is none.
    using Make = std::function<ReportDetail *(QuestionRow &row)>;
    QuestionRows(Card *card, Make make);

    void add(QuestionRow *row);
    void clear();
    void show(const std::function<bool(const QuestionRow &row)> &matches); ///< only those, of all
    void open(QuestionRow *row);
    void close();
    QuestionRow *opened() const { return m_open; }
    ReportDetail *detail() const; ///< of the open row
    template<typename Row>
    QList<Row *> all() const
    {
        return typed<Row>(m_rows);
    }
    template<typename Row>
    QList<Row *> shown() const
    {
        return typed<Row>(m_shown);
    }

Q_SIGNALS:
    void brought(QWidget *row, QWidget *detail); ///< to be scrolled into view; detail may be null

private:
    template<typename Row>
    static QList<Row *> typed(const QList<QuestionRow *> &rows)
    {
        QList<Row *> list;
        for (QuestionRow *row : rows)
            list << static_cast<Row *>(row);
        return list;
    }
    void step(QuestionRow *from, int key);

    Card *m_card;
    Make m_make;
    QList<QuestionRow *> m_rows;
    QList<QuestionRow *> m_shown;
    QuestionRow *m_open = nullptr;
    QPointer<ReportDetail> m_detail;
};

} // namespace lectern
