// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attempt.h"
#include "item.h"

#include <QScrollArea>

namespace lectern
{

class CodeView;
class NotePanel;
class OptionList;
class QuestionHeading;
class SafeText;
class SettingsDesk;
class Takeaway;
class TextLabel;
class TextMarker;
class Theme;

/// The question being sat: stem, code, lead-in and options, at most 90 characters wide. The same widgets show every
/// question, so that moving on costs no more than setting texts. It keeps nothing: what it signals must be stored and
/// told back.
///
/// Its own keys, while it is shown: X and Shift with an option's letter or number (strike out), H (highlight), O
/// (note), Ctrl with plus, minus and 0 (zoom), Page up and Page down. Choosing by letter is the seat's.
class QuestionView : public QScrollArea
{
    Q_OBJECT
public:
    QuestionView(const Theme &theme, SettingsDesk &settings, QWidget *parent = nullptr);

    /// `order` are the option ids as displayed; of `state` choice, struck, highlights, note and revealed are shown.
    /// A note still being typed is signalled before, for the position that it belongs to.
    void setQuestion(int position, const Item &item, const QStringList &order, const PositionState &state);
    void setQuestion(int position, const Item &item, const QStringList &order, const QStringList &choice);
    void setChoice(const QStringList &choice);
    void setStruck(const QStringList &struck);
    void setHighlights(const QList<Highlight> &highlights);
    void setNote(const QString &note);
    /// Shows which options are right, every rationale, the rule to take away and the sources and, where several are
    /// right, what part of the key was found.
    void setRevealed(bool revealed);
    /// In place of a question that cannot be read.
    void showProblem(int position, const QString &sentence);
    OptionList *options() const { return m_options; }

    /// Whether the last option can be seen to its lower end.
    bool endInView() const;
    /// Whether it could be since the question was set; also true where there is nothing to read.
    bool endSeen() const;
    /// Scrolls on until the last option is in view; false if it already is.
    bool revealLastOption();

    /// As X does: strikes out the option that has the focus, or restores it.
    void strikeFocused();
    /// As H does: marks what is selected, else the sentence or line under the caret; unmarks what is all marked.
    void highlightSelection();
    void openNote();
    /// Signals a note that is still being typed; to be called before the seat is left.
    void saveNote();
    static QStringList shortcuts(); ///< "keys\twhat they do"

Q_SIGNALS:
    /// Everything chosen now, in the order of display. Never more than the question asks for.
    void choiceMade(const QStringList &choice);
    void struckChanged(const QStringList &struck); ///< every option that is struck out now
    void highlightToggled(const lectern::Highlight &highlight);
    void noteChanged(int position, const QString &note);
    void endReached();                  ///< once a question, when its last option came into view
    void said(const QString &sentence); ///< to be shown in the status and so read out
    void linkActivated(const QString &url);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void connectParts();
    void makeKeys();
    void rescale();
    void followSettings();
    void setZoom(int percent);
    void zoomBy(int step);
    void settle();
    void checkEnd();
    void showPart(QWidget *part, const QRect &area);
    void pick(int index);
    void strike(int index);
    void showVerdict();
    void showChosen();
    QList<int> places(const QStringList &options) const;
    QStringList ids(const QList<int> &places) const;

    const Theme &m_theme;
    SettingsDesk &m_settings;
    Item m_item;
    QStringList m_order;
    QStringList m_struck;
    int m_position = 0;
    bool m_revealed = false;
    bool m_endSeen = true;
    QWidget *m_column;
    QuestionHeading *m_heading;
    NotePanel *m_note;
    SafeText *m_stem;
    CodeView *m_code;
    SafeText *m_lead;
    OptionList *m_options;
    TextLabel *m_verdict;
    Takeaway *m_takeaway;
    TextLabel *m_chosen; ///< how many options of those asked for
    TextMarker *m_marker;
};

} // namespace lectern
