// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ids.h"
#include "planwords.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace lectern
{

class Theme;

/// What to do now, with the page's one primary button, and what follows on the same day.
class NowCard : public QWidget
{
    Q_OBJECT
public:
    explicit NowCard(const Theme &theme, QWidget *parent = nullptr);

    /// The first of `blocks` is the one to do now.
    void set(const Certification &certification, const QList<Block> &blocks);
    /// The missed questions that come back today, as a last row; 0: none.
    void setReview(int questions);
    bool reviewed() const { return m_review; } ///< whether something comes back
    QPushButton *startButton() const { return m_start; }

Q_SIGNALS:
    void startWanted(lectern::BlockId id);
    void doneWanted(lectern::BlockId id);
    void reviewWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeFirst(const Certification &certification, const Block &block);
    QWidget *makeReview(int questions);
    QWidget *makeNext(const Certification &certification, const Block &block);

    const Theme &m_theme;
    QVBoxLayout *m_layout;
    QList<QWidget *> m_rows; ///< of the blocks
    QWidget *m_review = nullptr;
    int m_reviewQuestions = 0;
    QPushButton *m_start = nullptr;
};

} // namespace lectern
