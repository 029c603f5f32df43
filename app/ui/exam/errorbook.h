// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "examdesks.h"
#include "questionrow.h"
#include "reportdesk.h"

#include <QScrollArea>

class QPushButton;
class QVBoxLayout;

namespace lectern
{

class Card;
class FilterChoice;
class ReportDetail;
class TextLabel;
class Theme;
struct Ui;

/// One missed question in the error book; checked while its detail is open.
class ErrorBookRow : public QuestionRow
{
    Q_OBJECT
public:
    ErrorBookRow(const Theme &theme, const ReportDesk::ErrorBookEntry &entry, const QString &topic,
        const QDateTime &last, QWidget *parent);

    const ReportDesk::ErrorBookEntry &entry() const { return m_entry; }
    void setState(const Miss &miss, bool disputed);
    bool disputed() const { return m_disputed; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void name();

    ReportDesk::ErrorBookEntry m_entry;
    QString m_topic;
    QString m_when;
    bool m_disputed = false;
};

/// Every question that is still missed, why, and the learner's own rules; one at a time opens in place.
class ErrorBook : public QScrollArea
{
    Q_OBJECT
public:
    ErrorBook(const ExamDesks &desks, Ui &ui, QWidget *parent = nullptr);

    void open(); ///< reads it again
    QList<ErrorBookRow *> shownRows() const;
    FilterChoice *filterChoice() const { return m_choice; }
    ReportDetail *detail() const;   ///< of the open question, null while none is
    static QStringList shortcuts(); ///< as Page::shortcuts()

Q_SIGNALS:
    void leave();
    void setUpWanted(); ///< nothing is in it: a form would tell
    void started();     ///< a drill of what is shown runs

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    /// What the filter offers: all, said of none, and each type of error that occurs.
    struct Kind {
        bool all = true;
        std::optional<ErrorType> error;
    };
    QWidget *makeHead();
    void addKeys();
    void reload();
    void offerKinds();
    bool matches(const Kind &kind, const Miss &miss) const;
    void applyFilter();
    ReportDetail *makeDetail(const ErrorBookRow &row);
    void say(const Miss &miss);
    void drill();

    const ExamDesks m_desks;
    Ui &m_ui;
    bool m_stale = false;
    FilterChoice *m_choice;
    QPushButton *m_drill = nullptr;
    QPushButton *m_print = nullptr;
    QList<Kind> m_kinds;
    QWidget *m_empty;
    TextLabel *m_none;
    Card *m_card;
    QuestionRows *m_rows;
};

} // namespace lectern
