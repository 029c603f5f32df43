// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readinessdesk.h"
#include "widgets.h"

namespace lectern
{

/// The odds in words and as ten figures, or what is missing before there are any.
class OddsCard : public Card
{
    Q_OBJECT
public:
    explicit OddsCard(const Theme &theme, QWidget *parent = nullptr);

    struct Facts {
        Blueprint blueprint;
        ReadinessReport report;
        QList<RehearsalCheck> rehearsals; ///< oldest first
        int targetPercent = 70;
        QDate exam;              ///< invalid: not booked
        bool calibrated = false; ///< there is a place that says how it is calibrated
    };
    void fill(const Facts &facts);

Q_SIGNALS:
    void rehearsalWanted();
    void answersWanted(const QString &section);
    void diagnosticWanted();
    void calibrationWanted();

private:
    void addOdds(const Facts &facts);
    void addSilence(const Facts &facts);
    void addGap(class QGridLayout &rows, const OddsGap &gap, const Facts &facts);
    void addSections(const QList<OddsGap> &gaps, const Facts &facts);
    void addMet(const Facts &facts);
    void addRepeats(const ReadinessReport &report);
    TextLabel *add(const QString &text, TextLabel::Tone tone, Theme::Role role = Theme::Role::Body);
    QPushButton *answerButton(const OddsGap &gap, const Section &section, const QString &text, const QString &icon);

    const Theme &m_theme;
    QWidget *m_content = nullptr;
};

/// Ten small people, so many of them filled.
class TenFigures : public QWidget
{
    Q_OBJECT
public:
    explicit TenFigures(const Theme &theme, QWidget *parent = nullptr);
    void setFilled(int filled); ///< 0-10
    int filled() const { return m_filled; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    int m_filled = 0;
};

} // namespace lectern
