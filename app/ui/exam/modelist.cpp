// SPDX-License-Identifier: GPL-3.0-or-later
#include "modelist.h"

#include "icons.h"
#include "sessionwords.h"
#include "widgets.h"

#include <QButtonGroup>
#include <QPainter>
#include <QRadioButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

namespace
{

/// A radio button in the shape of a list's row: a screen reader still hears "radio button, 2 of 5".
class ModeRow : public QRadioButton
{
public:
    ModeRow(const Theme &theme, AttemptMode mode, QWidget *parent)
        : QRadioButton(modeName(mode), parent)
        , m_theme(theme)
        , m_note(modeNote(mode))
        , m_icon(modeIcon(mode))
    {
        setObjectName(QStringLiteral("mode-") + word(mode));
        setAccessibleName(text());
        setAccessibleDescription(m_note);
        setAttribute(Qt::WA_Hover);
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
        QObject::connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
    }

    QSize sizeHint() const override
    {
        const int width = m_theme.px(264);
        return {width, heightForWidth(width)};
    }
    QSize minimumSizeHint() const override { return {m_theme.px(160), heightForWidth(m_theme.px(160))}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override
    {
        const int room = textRect(QRect(0, 0, width, 0)).width();
        return 2 * m_theme.px(space::s) + titleHeight(room) + noteRect(room).height();
    }

protected:
    bool hitButton(const QPoint &point) const override { return rect().contains(point); }

    void resizeEvent(QResizeEvent *event) override
    {
        QRadioButton::resizeEvent(event);
        // A layout may have asked for the height of another width.
        setMinimumHeight(heightForWidth(width()));
    }

    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = m_theme.tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked() || isDown() || (underMouse() && isEnabled())) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(isChecked() ? tokens.accentSoft : isDown() ? tokens.track : hovered(tokens));
            painter.drawRoundedRect(rect(), m_theme.px(4), m_theme.px(4));
        }
        if (isChecked()) {
            const int line = std::max(2, m_theme.px(3));
            painter.fillRect(QRect(isRightToLeft() ? width() - line : 0, 0, line, height()), tokens.accent);
        }
        if (hasFocus()) {
            painter.setPen(QPen(tokens.accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), m_theme.px(4), m_theme.px(4));
        }
        const QRect area = textRect(rect());
        const int side = m_theme.px(16);
        const QRect icon(QPoint(m_theme.px(space::m), area.top() + m_theme.px(1)), QSize(side, side));
        symbolicIcon(m_theme, m_icon).paint(&painter, QStyle::visualRect(layoutDirection(), rect(), icon));
        const auto start = QStyle::visualAlignment(layoutDirection(), Qt::AlignTop | Qt::AlignLeft);
        const int flags = Qt::TextWordWrap | int(start);
        painter.setPen(tokens.text);
        painter.setFont(titleFont(isChecked()));
        painter.drawText(area, flags, text());
        painter.setPen(tokens.muted);
        painter.setFont(m_theme.font(Theme::Role::Small));
        painter.drawText(area.adjusted(0, titleHeight(area.width()), 0, 0), flags, m_note);
    }

private:
    QFont titleFont(bool bold) const
    {
        QFont font = m_theme.font(Theme::Role::Body);
        font.setBold(bold);
        return font;
    }
    QRect textRect(const QRect &whole) const
    {
        const int from = m_theme.px(space::m) + m_theme.px(16) + m_theme.px(space::s);
        return QStyle::visualRect(layoutDirection(), whole,
            whole.adjusted(from, m_theme.px(space::s), -m_theme.px(space::s), -m_theme.px(space::s)));
    }
    /// Measured bold, so that choosing another row moves nothing.
    int titleHeight(int room) const
    {
        return QFontMetrics(titleFont(true)).boundingRect(QRect(0, 0, room, 10000), Qt::TextWordWrap, text()).height();
    }
    QRect noteRect(int room) const
    {
        return QFontMetrics(m_theme.font(Theme::Role::Small))
            .boundingRect(QRect(0, 0, room, 10000), Qt::TextWordWrap, m_note);
    }

    const Theme &m_theme;
    QString m_note;
    QString m_icon;
};

} // namespace

ModeList::ModeList(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(tr("New session"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(space::xs));
    for (const AttemptMode mode : examModes) {
        auto *row = new ModeRow(theme, mode, this);
        m_group->addButton(row, int(mode));
        connect(row, &QAbstractButton::toggled, this, [this] { leadTabToChosen(*m_group); });
        column->addWidget(row);
    }
    setCurrent(AttemptMode::Timed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT chosen(AttemptMode(id));
    });
}

AttemptMode ModeList::current() const
{
    return AttemptMode(m_group->checkedId());
}

void ModeList::setCurrent(AttemptMode mode)
{
    const QSignalBlocker quiet(m_group);
    const bool focused = m_group->checkedButton() && m_group->checkedButton()->hasFocus();
    m_group->button(int(mode))->setChecked(true);
    if (focused)
        takeFocus();
}

void ModeList::takeFocus()
{
    m_group->checkedButton()->setFocus(Qt::OtherFocusReason);
}

} // namespace lectern
