// SPDX-License-Identifier: GPL-3.0-or-later
// What the candidate does to a question, by mouse and by key.
#include "codeview.h"
#include "examwords.h"
#include "notepanel.h"
#include "optionlist.h"
#include "questionheading.h"
#include "questionview.h"
#include "safetext.h"
#include "settingsdesk.h"
#include "takeaway.h"
#include "textmarker.h"
#include "widgets.h"

#include <QScrollBar>
#include <QShortcut>
#include <QTextEdit>

namespace lectern
{

namespace
{
constexpr int mostOptions = 6;
}

QStringList QuestionView::shortcuts()
{
    return {
        tr("X") + u'\t' + tr("Strike out or restore the focused option"),
        tr("Shift+A–F, Shift+1–6") + u'\t' + tr("Strike out or restore an option"),
        tr("H") + u'\t' + tr("Highlight the selection, or the sentence at the caret"),
        tr("O") + u'\t' + tr("Write a note on the question"),
        tr("Ctrl++, Ctrl+-, Ctrl+0") + u'\t' + tr("Larger, smaller or normal text"),
        tr("Page Up, Page Down") + u'\t' + tr("Scroll the question"),
    };
}

void QuestionView::connectParts()
{
    connect(m_options, &OptionList::picked, this, &QuestionView::pick);
    connect(m_options, &OptionList::strikeToggled, this, &QuestionView::strike);
    connect(m_options, &OptionList::refused, this, &QuestionView::said);
    connect(m_options, &OptionList::linkActivated, this, &QuestionView::linkActivated);
    connect(m_takeaway, &Takeaway::linkActivated, this, &QuestionView::linkActivated);
    m_marker->watch(Highlight::Part::Stem, m_stem);
    m_marker->watch(Highlight::Part::Code, m_code->text());
    m_marker->watch(Highlight::Part::Question, m_lead);
    connect(m_marker, &TextMarker::toggled, this, &QuestionView::highlightToggled);
    connect(m_marker, &TextMarker::said, this, &QuestionView::said);
    for (SafeText *text : {m_stem, m_lead})
        connect(text, &SafeText::linkActivated, this, &QuestionView::linkActivated);
    for (QTextEdit *text : std::initializer_list<QTextEdit *>{m_stem, m_code->text(), m_lead}) {
        connect(text, &QTextEdit::cursorPositionChanged, this, [this, text] {
            if (text->hasFocus())
                showPart(text->viewport(), text->cursorRect());
        });
    }

    connect(m_heading->pen(), &QAbstractButton::clicked, this, [this](bool on) {
        if (m_marker->hasSelection()) {
            m_heading->pen()->setChecked(!on);
            highlightSelection();
            return;
        }
        m_marker->setPen(on);
        Q_EMIT said(on ? tr("Pen on: what you select is highlighted") : tr("Pen off"));
    });
    connect(m_heading->smaller(), &QAbstractButton::clicked, this, [this] { zoomBy(-1); });
    connect(m_heading->larger(), &QAbstractButton::clicked, this, [this] { zoomBy(1); });
    connect(m_heading->noteButton(), &QAbstractButton::clicked, this, [this](bool on) {
        if (on)
            openNote();
        else
            m_note->close();
    });
    connect(m_note, &NotePanel::openChanged, m_heading->noteButton(), &QAbstractButton::setChecked);
    connect(m_note, &NotePanel::typed, this, [this] { m_heading->setNoteWritten(!m_note->note().isEmpty()); });
    connect(m_note, &NotePanel::noteChanged, this, &QuestionView::noteChanged);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &QuestionView::checkEnd);
}

void QuestionView::makeKeys()
{
    const auto key = [this](const QKeySequence &keys, const std::function<void()> &act, bool repeats = false) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setAutoRepeat(repeats);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    for (int index = 0; index < mostOptions; ++index) {
        const auto act = [this, index] {
            if (index < m_options->count())
                strike(index);
        };
        key(QKeyCombination(Qt::ShiftModifier, Qt::Key(Qt::Key_A + index)), act);
        key(QKeyCombination(Qt::ShiftModifier, Qt::Key(Qt::Key_1 + index)), act);
    }
    key(Qt::Key_X, [this] { strikeFocused(); });
    key(Qt::Key_H, [this] { highlightSelection(); });
    key(Qt::Key_O, [this] { openNote(); });
    for (const Qt::Key larger : {Qt::Key_Plus, Qt::Key_Equal})
        key(
            QKeyCombination(Qt::ControlModifier, larger), [this] { zoomBy(1); }, true);
    key(
        QKeyCombination(Qt::ControlModifier, Qt::Key_Minus), [this] { zoomBy(-1); }, true);
    key(QKeyCombination(Qt::ControlModifier, Qt::Key_0), [this] { zoomBy(0); });
    for (const auto &[page, direction] : {std::pair(Qt::Key_PageUp, -1), std::pair(Qt::Key_PageDown, 1)}) {
        key(
            page,
            [this, direction = direction] {
                QScrollBar *bar = verticalScrollBar();
                bar->setValue(bar->value() + direction * viewport()->height() * 4 / 5);
            },
            true);
    }
}

void QuestionView::zoomBy(int step)
{
    if (step == 0) {
        setZoom(100);
        (void)m_settings.set(Setting::CodeZoom, m_code->zoom());
    } else {
        m_code->zoomBy(step);
    }
    settle();
    checkEnd();
    Q_EMIT said(tr("Text at %1").arg(percent(m_code->zoom() / 100.0)));
}

void QuestionView::showPart(QWidget *part, const QRect &area)
{
    QScrollBar *bar = verticalScrollBar();
    const int margin = m_theme.px(space::m);
    const int top = part->mapTo(widget(), area.topLeft()).y() - margin;
    const int bottom = top + area.height() + 2 * margin;
    if (top < bar->value())
        bar->setValue(top);
    else if (bottom > bar->value() + viewport()->height())
        bar->setValue(bottom - viewport()->height());
}

void QuestionView::pick(int index)
{
    const QString option = m_order.at(index);
    if (m_struck.contains(option)) {
        m_struck.removeAll(option);
        m_options->setStruck(places(m_struck));
        Q_EMIT struckChanged(m_struck);
    }
    showChosen();
    Q_EMIT choiceMade(ids(m_options->choice()));
}

void QuestionView::strike(int index)
{
    const QString option = m_order.at(index);
    const QString name = letter(index);
    QStringList struck = m_struck;
    if (m_revealed) {
        Q_EMIT said(tr("The key is shown: nothing is struck out any more"));
    } else if (struck.removeAll(option) == 0 && m_options->row(index)->isChecked()) {
        Q_EMIT said(tr("%1 is your answer: choose another or clear it first").arg(name));
    } else {
        const bool out = struck == m_struck;
        if (out)
            struck << option;
        m_struck = struck;
        Q_EMIT said(out ? tr("%1 struck out").arg(name) : tr("%1 restored").arg(name));
        Q_EMIT struckChanged(struck);
    }
    m_options->setStruck(places(m_struck));
}

void QuestionView::strikeFocused()
{
    const int index = m_options->focused();
    if (index >= 0)
        strike(index);
    else
        Q_EMIT said(tr("Go to an option first, or strike one out by Shift and its letter"));
}

void QuestionView::highlightSelection()
{
    m_marker->mark();
}

void QuestionView::openNote()
{
    m_note->open();
    verticalScrollBar()->setValue(0);
}

void QuestionView::saveNote()
{
    m_note->saveNow();
}

} // namespace lectern
