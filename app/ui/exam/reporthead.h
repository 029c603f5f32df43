// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reportdesk.h"

#include <QWidget>

class QGridLayout;
class QHBoxLayout;
class QMenu;
class QPushButton;

namespace lectern
{

class TextLabel;
class Theme;
struct Certification;

/// What the report is of, and what can be done with the whole of it.
class ReportHead : public QWidget
{
    Q_OBJECT
public:
    explicit ReportHead(const Theme &theme, QWidget *parent = nullptr);

    void set(const ReportDesk::Report &report, const QDateTime &started, const Certification &certification);
    QPushButton *projectButton() const { return m_project; } ///< hidden where there is no other blueprint
    QPushButton *moreButton() const { return m_more; }       ///< checked while more is shown
    QPushButton *bookButton() const { return m_book; }
    QMenu *blueprints() const { return m_menu; }
    QPushButton *printButton() const { return m_print; }

Q_SIGNALS:
    void leave();
    void projected(const QString &blueprint); ///< empty: as it was sat

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillMenu(const AttemptSetup &setup, const Certification &certification);
    void arrange();

    const Theme &m_theme;
    QGridLayout *m_grid;
    QPushButton *m_back;
    TextLabel *m_title;
    TextLabel *m_when;
    QWidget *m_tools;
    QHBoxLayout *m_actions;
    QPushButton *m_project;
    QMenu *m_menu;
    QPushButton *m_book;
    QPushButton *m_print;
    QPushButton *m_more;
    AttemptId m_shown{};
    bool m_one = false;
};

} // namespace lectern
