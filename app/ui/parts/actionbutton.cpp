// SPDX-License-Identifier: GPL-3.0-or-later
#include "actionbutton.h"

#include "icons.h"
#include "stylesheet.h"
#include "theme.h"
#include "widgets.h"

#include <QPainter>
#include <QStyle>
#include <QToolButton>

namespace lectern
{

namespace
{
constexpr int ring = 2;
constexpr int ringOffset = 2;
} // namespace

ActionButton::ActionButton(const Theme &theme, Kind kind, const QString &text, const QString &icon, const QString &hint)
    : QPushButton(text)
    , m_theme(theme)
    , m_kind(kind)
    , m_iconName(icon)
    , m_hint(hint)
{
    forgetInStyleSheet(*this);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    if (!hint.isEmpty())
        setAccessibleDescription(tr("Key: %1").arg(hint));
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ActionButton::setIconName(const QString &icon)
{
    if (icon == m_iconName)
        return;
    m_iconName = icon;
    updateGeometry();
    update();
}

int ActionButton::gap() const
{
    return m_theme.px(space::s);
}

int ActionButton::outside() const
{
    return m_kind == Kind::Primary ? ring + ringOffset : 0;
}

QFont ActionButton::labelFont() const
{
    QFont label = m_theme.font(Theme::Role::Body);
    label.setBold(m_kind == Kind::Primary);
    return label;
}

int ActionButton::hintWidth() const
{
    if (m_hint.isEmpty())
        return 0;
    return QFontMetrics(m_theme.font(Theme::Role::Small)).horizontalAdvance(m_hint) + 2 * m_theme.px(5);
}

int ActionButton::contentWidth() const
{
    const int label = QFontMetrics(labelFont()).size(Qt::TextShowMnemonic, text()).width();
    int width = label;
    if (!m_iconName.isEmpty())
        width += m_theme.px(16) + (label > 0 ? gap() : 0);
    if (!m_hint.isEmpty())
        width += hintWidth() + gap();
    return width;
}

QSize ActionButton::sizeHint() const
{
    const bool primary = m_kind == Kind::Primary;
    const int padding = m_theme.px(primary ? 20 : space::m);
    const int line = QFontMetrics(labelFont()).height();
    const int height = std::max(m_theme.px(primary ? 40 : 32), line + m_theme.px(primary ? 16 : 12));
    return {contentWidth() + 2 * (padding + outside()), height + 2 * outside()};
}

void ActionButton::paintFrame(QPainter &painter) const
{
    const Tokens &tokens = m_theme.tokens();
    const double radius = m_theme.px(4);
    const bool primary = m_kind == Kind::Primary;
    const QRectF body = QRectF(rect()).adjusted(outside(), outside(), -outside(), -outside());

    QColor fill = primary ? tokens.accent : tokens.raised;
    QColor border = primary ? tokens.accent : tokens.edge;
    if (!isEnabled()) {
        fill = tokens.raised;
        border = tokens.line;
    } else if (!primary && (isDown() || isChecked())) {
        fill = tokens.track;
    }
    if (m_kind != Kind::Quiet || isDown() || isChecked()) {
        painter.setPen(QPen(m_kind == Kind::Quiet ? fill : border, 1));
        painter.setBrush(fill);
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }
    if (isEnabled() && (underMouse() || (primary && isDown()))) {
        QColor veil = primary ? tokens.onAccent : tokens.text;
        veil.setAlpha(isDown() ? 50 : 20);
        painter.setPen(Qt::NoPen);
        painter.setBrush(veil);
        painter.drawRoundedRect(body, radius, radius);
    }
    if (hasFocus()) {
        const double inset = ring / 2.0;
        painter.setPen(QPen(tokens.accent, ring));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius + 1, radius + 1);
    }
}

void ActionButton::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(painter);

    const QColor ink = !isEnabled() ? tokens.muted : m_kind == Kind::Primary ? tokens.onAccent : tokens.text;
    int x = (width() - contentWidth()) / 2;
    const auto place = [this, &x](int width) {
        const QRect logical(x, 0, width, height());
        x += width + gap();
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    if (!m_iconName.isEmpty()) {
        QRect box(0, 0, m_theme.px(16), m_theme.px(16));
        box.moveCenter(place(box.width()).center());
        symbolicIcon(m_theme, m_iconName, ink).paint(&painter, box);
    }
    painter.setPen(ink);
    if (!text().isEmpty()) {
        painter.setFont(labelFont());
        const int label = painter.fontMetrics().size(Qt::TextShowMnemonic, text()).width();
        painter.drawText(place(label), Qt::AlignCenter | Qt::TextShowMnemonic, text());
    }
    if (!m_hint.isEmpty()) {
        painter.setFont(m_theme.font(Theme::Role::Small));
        QRect box = place(hintWidth());
        const int height = painter.fontMetrics().height() + 2;
        box = QRect(box.x(), box.center().y() - height / 2, box.width(), height);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_kind == Kind::Primary && isEnabled() ? tokens.onAccent : tokens.line, 1));
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(3), m_theme.px(3));
        painter.setPen(m_kind == Kind::Primary ? ink : tokens.muted);
        painter.drawText(box, Qt::AlignCenter, m_hint);
    }
}

QPushButton *primaryButton(const Theme &theme, const QString &text, const QString &icon, const QString &hint)
{
    return new ActionButton(theme, ActionButton::Kind::Primary, text, icon, hint);
}

QPushButton *plainButton(const Theme &theme, const QString &text, const QString &icon, const QString &hint)
{
    return new ActionButton(theme, ActionButton::Kind::Plain, text, icon, hint);
}

QAbstractButton *iconButton(const Theme &theme, const QString &icon, const QString &name, const QString &shortcut)
{
    auto *button = new QToolButton;
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setIcon(symbolicIcon(theme, icon));
    button->setAccessibleName(name);
    const QKeySequence keys(shortcut);
    button->setToolTip(
        keys.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, keys.toString(QKeySequence::NativeText)));
    button->setShortcut(keys);
    const auto resize = [&theme, button] { button->setIconSize({theme.px(16), theme.px(16)}); };
    QObject::connect(&theme, &Theme::changed, button, resize);
    resize();
    return button;
}

QPushButton *linkButton(const Theme &theme, const QString &text)
{
    Q_UNUSED(theme)
    auto *button = new QPushButton(text);
    button->setObjectName(QStringLiteral("link"));
    button->setFlat(true);
    button->setCursor(Qt::PointingHandCursor);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return button;
}

} // namespace lectern
