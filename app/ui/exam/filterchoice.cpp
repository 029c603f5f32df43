// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterchoice.h"

#include "widgets.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <algorithm>

namespace lectern
{

FilterChoice::FilterChoice(const Theme &theme, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(name)
    , m_layout(new QHBoxLayout(this))
    , m_box(new QComboBox(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    nameComboBox(m_box, name);
    m_box->hide();
    m_layout->addWidget(m_box);
    connect(m_box, &QComboBox::activated, this, &FilterChoice::setCurrent);
}

void FilterChoice::setTexts(const QStringList &texts)
{
    if (texts.size() == m_texts.size() && m_segments) {
        m_texts = texts;
        for (int i = 0; i < texts.size(); ++i) {
            m_segments->setSegmentText(i, texts.at(i));
            m_box->setItemText(i, texts.at(i));
        }
        setRoom(m_room);
        return;
    }
    m_texts = texts;
    m_current = std::clamp(m_current, 0, std::max(0, count() - 1));
    build();
}

void FilterChoice::build()
{
    if (m_segments) {
        m_segments->hide();
        m_segments->deleteLater(); // it may be what was clicked
    }
    m_segments = new Segments(m_theme, m_name, this);
    for (const QString &text : std::as_const(m_texts))
        m_segments->addSegment(text);
    m_segments->setCurrent(m_current);
    m_layout->insertWidget(0, m_segments);
    const QSignalBlocker quiet(m_box);
    m_box->clear();
    m_box->addItems(m_texts);
    m_box->setCurrentIndex(m_current);
    connect(m_segments, &Segments::currentChanged, this, &FilterChoice::setCurrent);
    setRoom(m_room);
}

void FilterChoice::setCurrent(int index)
{
    if (index < 0 || index >= count() || index == m_current)
        return;
    m_current = index;
    m_segments->setCurrent(index);
    m_box->setCurrentIndex(index);
    Q_EMIT currentChanged(index);
}

void FilterChoice::setRoom(int width)
{
    m_room = width;
    if (!m_segments)
        return;
    const bool fits = width <= 0 || m_segments->sizeHint().width() <= width;
    m_segments->setVisible(fits);
    m_box->setVisible(!fits);
}

} // namespace lectern
