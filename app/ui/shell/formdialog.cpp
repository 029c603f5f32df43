// SPDX-License-Identifier: GPL-3.0-or-later
#include "formdialog.h"

#include "theme.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QEvent>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace lectern
{

namespace
{
constexpr int usualWidth = 520;
constexpr double mostOfTheScreen = 0.9; ///< the rest is for the window's frame and the desktop's panels
} // namespace

FormDialog::FormDialog(const Theme &theme, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_scroll(new QScrollArea(this))
    , m_content(new QWidget(this))
    , m_body(new QVBoxLayout(m_content))
    , m_buttons(new QDialogButtonBox(this))
{
    setWindowTitle(title);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_content);
    m_content->installEventFilter(this);
    const int margin = theme.px(space::xl);
    m_body->setContentsMargins(margin, margin, margin, margin);
    m_body->setSpacing(theme.px(space::m));
    // Tab scrolls by itself; a label's key and the program do not.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && m_content->isAncestorOf(now))
            bring(*now);
    });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, margin);
    layout->addWidget(m_scroll, 1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(margin, theme.px(space::s), margin, 0);
    row->addWidget(m_buttons);
    layout->addLayout(row);
    setMinimumWidth(std::min(theme.px(usualWidth), int(screen()->availableSize().width() * mostOfTheScreen)));
}

FormDialog::~FormDialog()
{
    // The focus still moves while the content is taken down.
    disconnect(qApp, nullptr, this, nullptr);
}

void FormDialog::bring(QWidget &part)
{
    m_scroll->ensureWidgetVisible(&part);
}

QSize FormDialog::sizeHint() const
{
    const int width = std::max(minimumWidth(), m_content->minimumSizeHint().width());
    const int content = m_body->hasHeightForWidth() ? m_body->totalHeightForWidth(width) : m_body->sizeHint().height();
    const int others = layout()->sizeHint().height() - m_scroll->sizeHint().height();
    const int most = int(screen()->availableSize().height() * mostOfTheScreen);
    const bool scrolls = content + others > most;
    return {
        width + (scrolls ? m_scroll->verticalScrollBar()->sizeHint().width() : 0), scrolls ? most : content + others};
}

void FormDialog::setVisible(bool visible)
{
    // Qt would make a first size of two thirds of the screen at most.
    if (visible && !testAttribute(Qt::WA_Resized))
        resize(sizeHint());
    QDialog::setVisible(visible);
}

bool FormDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_content && event->type() == QEvent::LayoutRequest && isVisible()) {
        // Once the labels know their new heights.
        QTimer::singleShot(0, this, [this] {
            if (const int needed = sizeHint().height(); needed > height())
                resize(width(), needed);
        });
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace lectern
