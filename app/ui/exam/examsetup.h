// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "examdesk.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QScrollArea;
class QSpinBox;
class QTimer;

namespace lectern
{

class FormCard;
class GuideDesk;
class HistoryList;
class SettingsDesk;
class StartBar;
class TextLabel;
struct Ui;

/// What to sit: blueprint, length and time, with the form that follows from them beside it, and what was sat before.
/// All of that scrolls; what starts the exam does not.
class ExamSetup : public QWidget
{
    Q_OBJECT
public:
    ExamSetup(ExamDesk &desk, GuideDesk &guide, SettingsDesk &settings, Ui &ui, QWidget *parent = nullptr);

    /// Reads history and supply again; keeps what was chosen.
    void reload();
    static QStringList shortcuts();

Q_SIGNALS:
    void reportChosen(lectern::AttemptId id);
    void started();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class Columns { One, Two, Three };

    QWidget *makeForm();
    void arrange();
    ExamDesk::Setup setup() const;
    void fillBlueprints();
    void lengthChanged();
    void redraw();
    void redrawTimes();
    QString whyThisBlueprint() const;
    void start();

    ExamDesk &m_desk;
    GuideDesk &m_guide;
    SettingsDesk &m_settings;
    Ui &m_ui;
    HistoryList *m_history;
    QComboBox *m_blueprint;
    TextLabel *m_why;
    QSpinBox *m_length;
    TextLabel *m_lengthNote;
    QSpinBox *m_time;
    TextLabel *m_timeNote;
    QCheckBox *m_showClock;
    QWidget *m_form;
    FormCard *m_card;
    StartBar *m_bar;
    QScrollArea *m_scroll;
    QGridLayout *m_grid;
    QTimer *m_minute;
    Columns m_columns = Columns::Three;
    bool m_filled = false;
    bool m_blueprintChosen = false; ///< by the person: the recommendation no longer decides
};

} // namespace lectern
