// SPDX-License-Identifier: GPL-3.0-or-later
#include "optionline.h"

#include "examwords.h"
#include "safetext.h"
#include "widgets.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace lectern
{

OptionLine::OptionLine(const Theme &theme, OptionRow::Kind kind, int index, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_index(index)
    , m_row(new OptionRow(theme, kind, index, this))
    , m_strike(iconButton(theme, QStringLiteral("format-text-strikethrough"), {}))
    , m_word(new TextLabel(theme, Theme::Role::Body))
    , m_mark(new VerdictMark(theme, Verdict::None))
    , m_below(new QHBoxLayout)
{
    m_strike->setCheckable(true);
    m_strike->setObjectName(QStringLiteral("strike"));
    m_word->setBold(true);
    m_word->setObjectName(QStringLiteral("verdict"));
    auto *above = new QHBoxLayout;
    above->setContentsMargins(0, 0, 0, 0);
    above->addWidget(m_row, 1);
    above->addWidget(m_mark, 0, Qt::AlignVCenter);
    above->addWidget(m_word, 0, Qt::AlignVCenter);
    above->addWidget(m_strike, 0, Qt::AlignVCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(above);
    column->addLayout(m_below);
    connect(m_row, &QAbstractButton::toggled, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, this, &OptionLine::rescale);
    hideVerdict();
    nameStrike();
    rescale();
}

void OptionLine::rescale()
{
    layout()->itemAt(0)->layout()->setContentsMargins(0, 0, m_theme.px(space::s), 0);
    layout()->itemAt(0)->layout()->setSpacing(m_theme.px(space::s));
    const int left = m_row->textLeft();
    if (isRightToLeft())
        m_below->setContentsMargins(m_theme.px(space::m), 0, left, m_rationale ? m_theme.px(space::m) : 0);
    else
        m_below->setContentsMargins(left, 0, m_theme.px(space::m), m_rationale ? m_theme.px(space::m) : 0);
}

void OptionLine::nameStrike()
{
    const QString name = (m_row->struck() ? tr("Restore %1") : tr("Strike out %1")).arg(letter(m_index));
    m_strike->setAccessibleName(name);
    m_strike->setToolTip(tr("%1 (%2)", "what a button does, its key").arg(name, tr("Shift+%1").arg(letter(m_index))));
    m_strike->setChecked(m_row->struck());
}

void OptionLine::setOption(const QString &markdown)
{
    m_row->setOption(markdown);
    nameStrike();
    hideVerdict();
}

void OptionLine::setStruck(bool struck)
{
    m_row->setStruck(struck);
    nameStrike();
}

void OptionLine::setZoom(int percent)
{
    m_zoom = percent;
    m_row->setZoom(percent);
    if (m_rationale)
        m_rationale->setZoom(percent);
    rescale();
}

void OptionLine::reveal(Verdict verdict, const QString &rationale)
{
    m_row->setVerdict(verdict);
    m_mark->setVerdict(verdict);
    m_word->setText(OptionRow::verdictWord(verdict));
    m_word->setTone(verdict == Verdict::Right ? TextLabel::Tone::Good : TextLabel::Tone::Bad);
    m_mark->setVisible(verdict != Verdict::None);
    m_word->setVisible(verdict != Verdict::None);
    m_strike->hide();
    if (rationale.isEmpty())
        return;
    if (!m_rationale) {
        m_rationale = new SafeText(m_theme, this);
        m_rationale->setObjectName(QStringLiteral("rationale"));
        m_rationale->setAccessibleName(tr("Rationale of %1").arg(letter(m_index)));
        m_rationale->setZoom(m_zoom);
        connect(m_rationale, &SafeText::linkActivated, this, &OptionLine::linkActivated);
        m_below->addWidget(m_rationale);
        setTabOrder(m_strike, m_rationale);
        rescale();
    }
    m_rationale->setSafeMarkdown(rationale);
    m_rationale->show();
    update();
}

void OptionLine::hideVerdict()
{
    m_row->setVerdict(Verdict::None);
    m_mark->hide();
    m_word->hide();
    m_strike->show();
    if (!m_rationale)
        return;
    // Its margins would stay where it was.
    delete m_rationale;
    m_rationale = nullptr;
    rescale();
}

/// Its height goes by its width alone, and the layout's own hint would have every text laid out at a width that none
/// has.
QSize OptionLine::sizeHint() const
{
    return minimumSizeHint();
}

void OptionLine::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal unit = m_theme.px(100) / 100.0;
    const bool chosen = m_row->isChecked();
    const qreal pen = (chosen ? 2 : 1) * unit;
    const qreal inset = pen / 2 + 2 * unit;
    painter.setPen(QPen(chosen ? t.accent : t.edge, pen));
    const bool over = m_row->underMouse();
    painter.setBrush(m_row->isDown() ? t.track : chosen ? t.accentSoft : over ? t.code : t.raised);
    const QRectF box = QRectF(rect()).adjusted(inset, inset, -inset, -inset);
    painter.drawRoundedRect(box, 4 * unit, 4 * unit);
    if (!m_row->hasFocus())
        return;
    painter.setPen(QPen(t.accent, 2 * unit));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(unit, unit, -unit, -unit), 6 * unit, 6 * unit);
    if (chosen) {
        painter.setPen(QPen(t.accent, pen));
        painter.drawRoundedRect(box.adjusted(2 * unit, 2 * unit, -2 * unit, -2 * unit), 3 * unit, 3 * unit);
    }
}

} // namespace lectern
