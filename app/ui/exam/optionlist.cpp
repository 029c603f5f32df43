// SPDX-License-Identifier: GPL-3.0-or-later
#include "optionlist.h"

#include "item.h"
#include "optionline.h"
#include "theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

OptionList::OptionList(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
    , m_group(new QButtonGroup(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(theme.px(4));
    setAccessibleName(tr("Options"));
    // The first ones hold the place among what Tab comes to; what is made later follows them.
    for (const auto kind : {OptionRow::Kind::One, OptionRow::Kind::Several}) {
        QList<OptionLine *> &lines = kind == OptionRow::Kind::One ? m_single : m_several;
        lines << addLine(kind);
        lines.constFirst()->hide();
    }
}

OptionList::~OptionList() = default;

void OptionList::setOptions(const QList<Option> &options, int choose)
{
    m_options = options;
    m_count = int(options.size());
    m_choose = choose;
    m_revealed = false;
    const auto kind = choose > 1 ? OptionRow::Kind::Several : OptionRow::Kind::One;
    QList<OptionLine *> &used = choose > 1 ? m_several : m_single;
    while (used.size() < m_count)
        used << addLine(kind);
    for (QList<OptionLine *> *kept : {&m_single, &m_several}) {
        for (int i = 0; i < kept->size(); ++i) {
            const bool shown = kept == &used && i < m_count;
            if (shown)
                kept->at(i)->setOption(options.at(i).text);
            kept->at(i)->setVisible(shown);
        }
    }
    setChoice({});
}

OptionLine *OptionList::addLine(OptionRow::Kind kind)
{
    const bool one = kind == OptionRow::Kind::One;
    const int index = int(one ? m_single.size() : m_several.size());
    auto *line = new OptionLine(m_theme, kind, index, this);
    line->setZoom(m_zoom);
    OptionRow *row = line->row();
    if (index > 0)
        setTabOrder((one ? m_single : m_several).constLast()->strikeButton(), row);
    setTabOrder(row, line->strikeButton());
    if (one)
        m_group->addButton(row, index);
    m_layout->addWidget(line);
    row->setGate([this, index] { return admit(index); });
    connect(row, &QAbstractButton::clicked, this, [this, index] { clicked(index); });
    connect(row, &OptionRow::arrowPressed, this, [this](int from, int key) {
        const int to = from + (key == Qt::Key_Down || key == Qt::Key_Right ? 1 : -1);
        this->row((to + m_count) % m_count)->setFocus(Qt::OtherFocusReason);
    });
    connect(line->strikeButton(), &QAbstractButton::clicked, this, [this, index] { Q_EMIT strikeToggled(index); });
    connect(line, &OptionLine::linkActivated, this, &OptionList::linkActivated);
    return line;
}

bool OptionList::admit(int index)
{
    if (m_revealed) {
        Q_EMIT refused(tr("The key is shown: the answer stays as it is"));
        return false;
    }
    if (m_choose <= 1 || row(index)->isChecked() || choice().size() < m_choose)
        return true;
    Q_EMIT refused(m_choose == 2   ? tr("Two are chosen already: clear one first")
                   : m_choose == 3 ? tr("Three are chosen already: clear one first")
                                   : tr("%1 are chosen already: clear one first").arg(QLocale().toString(m_choose)));
    return false;
}

void OptionList::clicked(int index)
{
    const QList<int> now = choice();
    if (now == m_known)
        return;
    m_known = now;
    Q_EMIT picked(index);
}

void OptionList::setChosen(int index)
{
    setChoice(index < 0 ? QList<int>{} : QList<int>{index});
}

void OptionList::setChoice(const QList<int> &indexes)
{
    // An exclusive group cannot be emptied, so exclusiveness rests while it is.
    m_group->setExclusive(false);
    for (int i = 0; i < lines().size(); ++i)
        row(i)->setChecked(indexes.contains(i));
    m_group->setExclusive(true);
    m_known = choice();
}

void OptionList::setStruck(const QList<int> &indexes)
{
    for (int i = 0; i < m_count; ++i)
        lines().at(i)->setStruck(indexes.contains(i));
}

void OptionList::setZoom(int percent)
{
    m_zoom = percent;
    for (const QList<OptionLine *> &kept : {m_single, m_several}) {
        for (OptionLine *line : kept)
            line->setZoom(percent);
    }
}

void OptionList::setRevealed(bool revealed)
{
    m_revealed = revealed;
    for (int i = 0; i < m_count; ++i) {
        const Option &option = m_options.at(i);
        const Verdict verdict = option.key ? Verdict::Right : row(i)->isChecked() ? Verdict::Wrong : Verdict::None;
        if (revealed)
            lines().at(i)->reveal(verdict, option.rationale);
        else
            lines().at(i)->hideVerdict();
    }
}

OptionRow *OptionList::row(int index) const
{
    return lines().at(index)->row();
}

int OptionList::chosen() const
{
    return choice().value(0, -1);
}

QList<int> OptionList::choice() const
{
    QList<int> indexes;
    for (int i = 0; i < m_count; ++i) {
        if (row(i)->isChecked())
            indexes << i;
    }
    return indexes;
}

int OptionList::focused() const
{
    for (int i = 0; i < m_count; ++i) {
        if (row(i)->hasFocus() || lines().at(i)->strikeButton()->hasFocus())
            return i;
    }
    return -1;
}

void OptionList::takeFocus()
{
    if (m_count > 0)
        row(std::max(0, chosen()))->setFocus(Qt::OtherFocusReason);
}

} // namespace lectern
