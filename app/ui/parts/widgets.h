// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme.h"

#include <QAbstractButton>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QWidget>
#include <functional>

class QButtonGroup;
class QComboBox;
class QHBoxLayout;
class QVBoxLayout;

namespace lectern
{

/// A label in one of the theme's roles that follows the theme, aligned by the layout whatever language its text is in.
/// Its text is plain; a caller that has made rich text safe (inlineRichText) says so with setTextFormat.
class TextLabel : public QLabel
{
    Q_OBJECT
public:
    enum class Tone { Text, Muted, Accent, Good, Warn, Bad };
    TextLabel(const Theme &theme, Theme::Role role, const QString &text = {}, QWidget *parent = nullptr);
    void setTone(Tone tone);
    void setBold(bool bold);
    /// One line that elides at the right, with the whole text as tooltip and accessible name.
    void setElided(bool elided);
    bool elided() const { return m_elided; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();
    void align();
    void forgetStaleSizes() const;
    bool plain() const;
    bool plainLine() const;
    QSize textSize() const;
    const Theme &m_theme;
    Theme::Role m_role;
    Qt::Alignment m_alignment; ///< as the caller set it: left is where reading begins
    Tone m_tone = Tone::Text;
    bool m_bold = false;
    bool m_elided = false;
    mutable QSize m_textSize;                     ///< of the text and font measured last; invalid until measured
    mutable QList<std::pair<int, int>> m_heights; ///< by width, of the same text where it wraps
    mutable QString m_measuredText;
    mutable QFont m_measuredFont;
};

/// The code of a domain or section ("D3") framed in its colour; `index` -1 is the mixed one.
class Chip : public QWidget
{
    Q_OBJECT
public:
    Chip(const Theme &theme, const QString &code, int index, QWidget *parent = nullptr);
    void set(const QString &code, int index);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_code;
    int m_index;
    mutable QSize m_size; ///< invalid until measured
};

/// A thin horizontal bar: a share of a track, a target tick, hatched where there is no evidence.
class ShareBar : public QWidget
{
    Q_OBJECT
public:
    explicit ShareBar(const Theme &theme, QWidget *parent = nullptr);
    void setShare(double share);               ///< 0-1
    void setDomain(int index);                 ///< whose colour it has, negative: the accent
    void setTarget(double target);             ///< 0-1, negative: none
    void setInterval(double low, double high); ///< 0-1, low > high: none
    void setHollow(bool hollow);               ///< no evidence: hatch and outline
    void setTrackVisible(bool visible);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    double m_share = 0;
    double m_target = -1;
    double m_low = 1;
    double m_high = 0;
    bool m_hollow = false;
    bool m_track = true;
    int m_domain = -1;
};

/// Exclusive choices side by side ("Month | Week"), one radio group to a screen reader, arrows move.
class Segments : public QWidget
{
    Q_OBJECT
public:
    Segments(const Theme &theme, const QString &accessibleName, QWidget *parent = nullptr);
    void addSegment(const QString &text, const QString &shortcut = {});
    void setSegmentText(int index, const QString &text);
    /// What is heard of a segment, and its tooltip, where that is more than its text.
    void setSegmentName(int index, const QString &name);
    int current() const;        ///< -1: none
    void setCurrent(int index); ///< -1: none

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QButtonGroup *m_group;
    QHBoxLayout *m_layout;
};

/// A raised surface with a hairline.
class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(const Theme &theme, QWidget *parent = nullptr);
    QVBoxLayout *body() const { return m_body; }
    /// Lengths at 100 % text, kept over a change of theme; margins set on body() itself are not.
    void setPadding(const QMargins &padding, int spacing = space::s);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    const Theme &m_theme;
    QVBoxLayout *m_body;
    QMargins m_padding{space::l, space::l, space::l, space::l};
    int m_spacing = space::s;
};

/// Of a group in which one is chosen, Tab comes to that one, and to any while none is: Qt sees to it only once one of
/// them had the focus, and takes the first until then. To be called whenever the choice has changed.
void leadTabToChosen(const QButtonGroup &group);
/// The page's one filled button; `hint` is the key shown in it ("Enter"), which the caller binds.
QPushButton *primaryButton(const Theme &theme, const QString &text, const QString &icon = {}, const QString &hint = {});
QPushButton *plainButton(const Theme &theme, const QString &text, const QString &icon = {}, const QString &hint = {});
/// A button without text; `name` is its tooltip and accessible name, the shortcut is added to the tooltip.
QAbstractButton *iconButton(const Theme &theme, const QString &icon, const QString &name, const QString &shortcut = {});
/// A link-like button ("Readiness").
QPushButton *linkButton(const Theme &theme, const QString &text);
/// Names a combo box that has no label beside it, once it has its parent: on Linux its accessible name is its value,
/// and only a label says what it is for.
void nameComboBox(QComboBox *box, const QString &name);
QFrame *hairline(QWidget *parent = nullptr, Qt::Orientation orientation = Qt::Horizontal);

/// "Nothing here yet": one sentence and, if `button` is not empty, one button that runs `action`.
QWidget *emptyState(const Theme &theme, const QString &sentence, const QString &button, std::function<void()> action);

} // namespace lectern
