// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certification.h"
#include "firstseen.h"
#include "ui.h"

#include <QWidget>

class QPushButton;

namespace lectern
{

class Chip;
class SafeText;
class ScrollColumn;
class ShareBar;
class TextLabel;

/// What the syllabus says of one topic, domain, section or objective, with the learner's own results on it.
class TopicReader : public QWidget
{
    Q_OBJECT
public:
    explicit TopicReader(Ui &ui, QWidget *parent = nullptr);

    struct Content {
        QString code;    ///< of the chip
        int color = 0;   ///< index of its domain or section
        QString context; ///< what stands beside the chip
        int weight = 0;  ///< percent of the exam
        QString title;
        QString text;           ///< plain
        QStringList list;       ///< what it consists of, plain
        QStringList objectives; ///< of the vendor's outline that its questions ask, plain
        int questions = -1;     ///< in the bank, -1: not counted
        QString resultsOf;      ///< what the results are of, where they are not of this alone; plain
        SectionAccuracy accuracy;
        Place practise; ///< where a drill of it is set up
    };
    void showContent(const Content &content);

Q_SIGNALS:
    void step(int by); ///< -1 to the one before, +1 to the next

private:
    QWidget *makeResults();
    QWidget *makeFooter();
    void fillResults(const Content &content);

    Ui &m_ui;
    ScrollColumn *m_column;
    Chip *m_chip;
    TextLabel *m_context;
    TextLabel *m_weight;
    TextLabel *m_title;
    SafeText *m_text;
    SafeText *m_list;
    TextLabel *m_objectivesTitle;
    SafeText *m_objectives;
    TextLabel *m_questions;
    TextLabel *m_answers;
    ShareBar *m_bar;
    TextLabel *m_resultsTitle;
    QPushButton *m_practise;
    Place m_practisePlace;
};

} // namespace lectern
