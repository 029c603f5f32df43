// SPDX-License-Identifier: GPL-3.0-or-later
#include "messagebar.h"

#include "icons.h"
#include "theme.h"
#include "widgets.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QShortcut>
#include <QTimer>
#include <QToolButton>

namespace lectern
{

namespace
{
constexpr int doneStaysMs = 8000;
constexpr int toneEdge = 4;
} // namespace

MessageBar::MessageBar(Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(plainButton(theme, QString()))
    , m_close(new QToolButton(this))
    , m_timer(new QTimer(this))
{
    setAccessibleName(tr("Message"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setAutoRaise(true);
    m_close->setIcon(symbolicIcon(theme, QStringLiteral("window-close")));
    m_close->setToolTip(tr("Dismiss (Esc)"));
    m_close->setAccessibleName(tr("Dismiss the message"));
    m_timer->setSingleShot(true);

    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);

    connect(m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        // The action may show the next message.
        const auto run = std::exchange(m_run, {});
        hide();
        if (run)
            run();
    });
    auto *dismiss = new QShortcut(Qt::Key_Escape, this);
    dismiss->setContext(Qt::WidgetWithChildrenShortcut);
    connect(dismiss, &QShortcut::activated, this, &QWidget::hide);
    connect(&m_theme, &Theme::changed, this, &MessageBar::restyle);
    hide();
    restyle();
}

void MessageBar::showError(const Error &error)
{
    show(Tone::Error, sentence(error), {}, {});
}

void MessageBar::showError(const QString &sentence, const QString &action, std::function<void()> run)
{
    show(Tone::Error, sentence, action, std::move(run));
}

void MessageBar::showInfo(const QString &sentence, const QString &action, std::function<void()> run)
{
    show(Tone::Info, sentence, action, std::move(run));
}

void MessageBar::showDone(const QString &sentence, std::function<void()> undo)
{
    const QString action = undo ? tr("Undo") : QString();
    show(Tone::Done, sentence, action, std::move(undo));
    m_timer->start(doneStaysMs);
}

void MessageBar::endDone()
{
    if (m_tone == Tone::Done)
        hide();
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void MessageBar::show(Tone tone, const QString &sentence, const QString &action, std::function<void()> run)
{
    m_timer->stop();
    m_tone = tone;
    m_run = std::move(run);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
    drawIcon();
    // Screen readers leave out what is hidden when its name changes, so the bar comes first.
    QFrame::show();
    if (m_text->text() == sentence) {
        // The same sentence again is news, but QLabel would not tell.
        QAccessibleEvent again(m_text, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&again);
    } else {
        m_text->setText(sentence);
    }
}

void MessageBar::restyle()
{
    const int edge = m_theme.px(toneEdge);
    layout()->setContentsMargins(
        edge + m_theme.px(space::l), m_theme.px(space::s), m_theme.px(space::s), m_theme.px(space::s));
    layout()->setSpacing(m_theme.px(space::m));
    m_close->setIconSize({m_theme.px(16), m_theme.px(16)});
    update();
    // A hidden bar gets its icon with its next message.
    if (!isHidden())
        drawIcon();
}

void MessageBar::drawIcon()
{
    const QString icon = m_tone == Tone::Error  ? QStringLiteral("dialog-error")
                         : m_tone == Tone::Done ? QStringLiteral("checkmark")
                                                : QStringLiteral("dialog-information");
    const int size = m_theme.px(16);
    m_icon->setPixmap(symbolicIcon(m_theme, icon, toneColor()).pixmap(QSize(size, size), devicePixelRatioF()));
}

QColor MessageBar::toneColor() const
{
    const Tokens &tokens = m_theme.tokens();
    return m_tone == Tone::Error ? tokens.bad : m_tone == Tone::Done ? tokens.good : tokens.accent;
}

void MessageBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().raised);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.tokens().line);
    const int edge = m_theme.px(toneEdge);
    painter.fillRect(
        isRightToLeft() ? QRect(width() - edge, 0, edge, height()) : QRect(0, 0, edge, height()), toneColor());
}

} // namespace lectern
