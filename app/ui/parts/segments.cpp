// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QPainter>
#include <QRadioButton>
#include <QShortcut>

namespace lectern
{

namespace
{

/// A radio button that looks like a part of a strip: a screen reader still hears "radio button, 2 of 4".
class Segment : public QRadioButton
{
public:
    Segment(const Theme &theme, const QString &text, QWidget *parent)
        : QRadioButton(text, parent)
        , m_theme(theme)
    {
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        // Measured bold, so that choosing another segment moves nothing.
        const QFontMetrics metrics(boldFont());
        return {metrics.size(Qt::TextShowMnemonic, text()).width() + 2 * m_theme.px(space::m),
            std::max(m_theme.px(28), metrics.height() + m_theme.px(space::s))};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool hitButton(const QPoint &point) const override { return rect().contains(point); }

    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = m_theme.tokens();
        QPainter painter(this);
        const QRect inner = rect().adjusted(0, 1, 0, -1);
        if (isChecked())
            painter.fillRect(inner, tokens.accentSoft);
        else if (isDown())
            painter.fillRect(inner, tokens.track);
        else if (underMouse() && isEnabled())
            painter.fillRect(inner, hovered(tokens));
        if (isChecked()) {
            const int line = std::max(2, m_theme.px(2));
            painter.fillRect(QRect(0, height() - line, width(), line), isEnabled() ? tokens.accent : tokens.edge);
        }
        if (hasFocus()) {
            painter.setPen(QPen(tokens.accent, 2));
            painter.drawRect(rect().adjusted(1, 1, -1, -1));
        }
        painter.setPen(isEnabled() ? tokens.text : tokens.muted);
        painter.setFont(isChecked() ? boldFont() : font());
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
    }

private:
    QFont boldFont() const
    {
        QFont bold = font();
        bold.setBold(true);
        return bold;
    }

    const Theme &m_theme;
};

} // namespace

void leadTabToChosen(const QButtonGroup &group)
{
    const QAbstractButton *chosen = group.checkedButton();
    const auto buttons = group.buttons();
    for (QAbstractButton *button : buttons)
        button->setFocusPolicy(!chosen || button == chosen ? Qt::StrongFocus : Qt::ClickFocus);
}

Segments::Segments(const Theme &theme, const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_group(new QButtonGroup(this))
    , m_layout(new QHBoxLayout(this))
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_layout->setContentsMargins(1, 0, 1, 0);
    m_layout->setSpacing(1);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT currentChanged(id);
    });
    connect(&m_theme, &Theme::changed, this, [this] { update(); });
}

void Segments::addSegment(const QString &text, const QString &shortcut)
{
    auto *segment = new Segment(m_theme, text, this);
    const int id = int(m_group->buttons().size());
    m_group->addButton(segment, id);
    m_layout->addWidget(segment);
    connect(segment, &QAbstractButton::toggled, this, [this] { leadTabToChosen(*m_group); });
    if (id == 0) {
        const QSignalBlocker quiet(m_group);
        segment->setChecked(true);
    }
    leadTabToChosen(*m_group);
    if (!shortcut.isEmpty()) {
        const QKeySequence keys(shortcut);
        segment->setToolTip(QStringLiteral("%1 (%2)").arg(text, keys.toString(QKeySequence::NativeText)));
        connect(new QShortcut(keys, this), &QShortcut::activated, segment, &QAbstractButton::click);
    }
}

void Segments::setSegmentText(int index, const QString &text)
{
    if (QAbstractButton *segment = m_group->button(index)) {
        segment->setText(text);
        segment->updateGeometry();
    }
}

void Segments::setSegmentName(int index, const QString &name)
{
    QAbstractButton *segment = m_group->button(index);
    if (!segment || segment->accessibleName() == name)
        return;
    segment->setAccessibleName(name);
    segment->setToolTip(name);
}

int Segments::current() const
{
    return m_group->checkedId();
}

void Segments::setCurrent(int index)
{
    if (QAbstractButton *segment = m_group->button(index)) {
        segment->setChecked(true);
    } else if (QAbstractButton *chosen = m_group->checkedButton()) {
        // An exclusive group cannot be emptied, so exclusiveness rests while it is.
        m_group->setExclusive(false);
        chosen->setChecked(false);
        m_group->setExclusive(true);
    }
}

void Segments::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.tokens().edge, 1));
    painter.setBrush(m_theme.tokens().raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(4), m_theme.px(4));
    painter.setPen(m_theme.tokens().line);
    const auto segments = m_group->buttons();
    for (qsizetype i = 1; i < segments.size(); ++i) {
        const QRect place = segments[i]->geometry();
        const int x = isRightToLeft() ? place.right() + 1 : place.left() - 1;
        painter.drawLine(x, 1, x, height() - 2);
    }
}

} // namespace lectern
