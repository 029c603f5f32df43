// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reportdesk.h"

#include <QAbstractButton>

class QPushButton;
class QVBoxLayout;

namespace lectern
{

class Theme;
struct Certification;

/// One finished attempt: what it was, its result, when and how long. A damaged one says so and cannot be opened.
class PastRow : public QAbstractButton
{
    Q_OBJECT
public:
    PastRow(const Theme &theme, const ReportDesk::Past &past, const QString &title, const QDateTime &started,
        QWidget *parent);

    AttemptId id() const { return m_id; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    AttemptId m_id;
    QString m_title;
    QString m_result;
    QString m_detail;
};

/// The latest attempts, and the way to all of them.
class HistoryList : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryList(const Theme &theme, QWidget *parent = nullptr);

    void setPast(const ReportDesk &desk, const Certification &certification);

Q_SIGNALS:
    void chosen(lectern::AttemptId id);
    void allWanted();

private:
    const Theme &m_theme;
    QPushButton *m_all;
    QVBoxLayout *m_rows;
};

} // namespace lectern
