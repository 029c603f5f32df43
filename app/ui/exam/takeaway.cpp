// SPDX-License-Identifier: GPL-3.0-or-later
#include "takeaway.h"

#include "item.h"
#include "safetext.h"
#include "widgets.h"

#include <QLocale>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace lectern
{

Takeaway::Takeaway(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_heading(new TextLabel(theme, Theme::Role::Body, tr("To take away")))
    , m_rule(new SafeText(theme))
    , m_column(new QVBoxLayout(this))
{
    m_heading->setBold(true);
    m_rule->setObjectName(QStringLiteral("takeaway"));
    m_rule->setAccessibleName(tr("To take away"));
    connect(m_rule, &SafeText::linkActivated, this, &Takeaway::linkActivated);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme.px(space::m));
    m_column->addWidget(m_heading);
    m_column->addWidget(m_rule);
}

void Takeaway::setItem(const Item &item)
{
    m_heading->setVisible(!item.takeaway.isEmpty());
    m_rule->setVisible(!item.takeaway.isEmpty());
    m_rule->setSafeMarkdown(item.takeaway);
    delete m_sources;
    m_sources = nullptr;
    if (item.sources.isEmpty())
        return;
    m_sources = new QWidget;
    auto *rows = new QVBoxLayout(m_sources);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(m_theme.px(space::xs));
    for (const Source &source : item.sources)
        addSource(source);
    m_column->addWidget(m_sources);
}

void Takeaway::setZoom(int percent)
{
    m_rule->setZoom(percent);
}

void Takeaway::addSource(const Source &source)
{
    auto *rows = static_cast<QVBoxLayout *>(m_sources->layout());
    auto *what = new TextLabel(m_theme, Theme::Role::Small,
        tr("%1, checked %2").arg(source.title, QLocale().toString(source.checkedOn, QLocale::ShortFormat)));
    what->setTone(TextLabel::Tone::Muted);
    what->setWordWrap(true);
    rows->addWidget(what);
    if (source.url.isEmpty())
        return;
    const QString host = QUrl(source.url).host();
    QPushButton *link = linkButton(m_theme, tr("Open on %1", "host").arg(host));
    link->setToolTip(source.url);
    link->setAccessibleName(tr("Source: %1, on %2").arg(source.title, host));
    connect(link, &QPushButton::clicked, this, [this, url = source.url] { Q_EMIT linkActivated(url); });
    rows->addWidget(link, 0, Qt::AlignLeading);
}

} // namespace lectern
