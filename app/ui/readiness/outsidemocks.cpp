// SPDX-License-Identifier: GPL-3.0-or-later
#include "outsidemocks.h"

#include "dialogs.h"
#include "evidencedesk.h"
#include "evidencewords.h"
#include "messagebar.h"
#include "outsidemockdialog.h"
#include "tell.h"
#include "timeformats.h"
#include "ui.h"
#include "widgets.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

OutsideMocks::OutsideMocks(EvidenceDesk &desk, HistoryDesk &history, Ui &ui, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_history(history)
    , m_ui(ui)
    , m_shift(new TextLabel(ui.theme, Theme::Role::Body, {}, this))
    , m_none(new TextLabel(ui.theme, Theme::Role::Body, tr("No mocks from elsewhere yet."), this))
    , m_add(plainButton(ui.theme, tr("Add a mock…"), QStringLiteral("list-add"), QStringLiteral("M")))
    , m_rows(new QVBoxLayout)
{
    const Theme &theme = ui.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(space::s));
    m_shift->setWordWrap(true);
    m_none->setWordWrap(true);
    m_none->setTone(TextLabel::Tone::Muted);
    m_rows->setSpacing(theme.px(space::s));
    m_add->setAccessibleName(tr("Add a mock taken elsewhere"));
    layout->addWidget(m_shift);
    layout->addWidget(m_none);
    layout->addLayout(m_rows);
    layout->addWidget(m_add, 0, Qt::AlignLeading);
    connect(m_add, &QPushButton::clicked, this, &OutsideMocks::add);
}

void OutsideMocks::show(const BankShift &shift, double share, QDate today)
{
    m_today = today;
    m_shift->setText(evidence::shift(shift, share));
    fill();
}

void OutsideMocks::fill()
{
    const Result<QList<OutsideMock>> stored = m_desk.mocks();
    if (!stored) {
        m_ui.messages.showError(stored.error());
        return;
    }
    QList<OutsideMock> mocks = *stored;
    std::stable_sort(
        mocks.begin(), mocks.end(), [](const OutsideMock &a, const OutsideMock &b) { return a.date > b.date; });
    m_none->setVisible(mocks.isEmpty());
    if (mocks == m_mocks)
        return;
    m_mocks = mocks;
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        // A row's own button may be what asked for this.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const OutsideMock &mock : std::as_const(m_mocks)) {
        QWidget *row = makeRow(mock);
        m_rows->addWidget(row);
        row->show();
    }
}

QWidget *OutsideMocks::makeRow(const OutsideMock &mock)
{
    const Theme &theme = m_ui.theme;
    auto *row = new QWidget;
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    const auto line = [&](const QString &text, TextLabel::Tone tone, bool bold) {
        auto *label = new TextLabel(theme, Theme::Role::Body, text);
        label->setTone(tone);
        label->setBold(bold);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
    };
    layout->addWidget(hairline());
    line(mock.provider, TextLabel::Tone::Text, true);
    line(evidence::result(mock), TextLabel::Tone::Text, false);
    line(evidence::circumstances(mock), TextLabel::Tone::Muted, false);
    if (!mock.note.isEmpty())
        line(mock.note, TextLabel::Tone::Muted, false);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(theme.px(space::l));
    const QString day = QLocale().toString(mock.date, dateEntryFormat());
    QPushButton *change = linkButton(theme, tr("Change"));
    change->setAccessibleName(tr("Change the mock of %1, %2").arg(mock.provider, day));
    QPushButton *away = linkButton(theme, tr("Remove"));
    away->setAccessibleName(tr("Remove the mock of %1, %2").arg(mock.provider, day));
    acts->addWidget(change);
    acts->addWidget(away);
    acts->addStretch();
    layout->addLayout(acts);
    connect(change, &QPushButton::clicked, this, [this, mock] { edit(mock); });
    connect(away, &QPushButton::clicked, this, [this, mock] { remove(mock); });
    return row;
}

void OutsideMocks::add()
{
    OutsideMockDialog dialog({}, m_today, m_ui.theme, this);
    if (!m_ui.dialogs.run(dialog))
        return;
    const OutsideMock mock = dialog.mock();
    tellChange(m_ui, m_history, m_desk.addMock(mock), tr("Mock of %1 added").arg(mock.provider));
}

void OutsideMocks::edit(const OutsideMock &mock)
{
    OutsideMockDialog dialog(mock, m_today, m_ui.theme, this);
    if (!m_ui.dialogs.run(dialog) || dialog.mock() == mock)
        return;
    tellChange(m_ui, m_history, m_desk.setMock(dialog.mock()), tr("Mock of %1 changed").arg(mock.provider));
}

void OutsideMocks::remove(const OutsideMock &mock)
{
    const Outcome outcome = m_desk.removeMock(mock.id);
    if (tellChange(m_ui, m_history, outcome, tr("Mock of %1 removed").arg(mock.provider)))
        m_add->setFocus(Qt::OtherFocusReason);
}

} // namespace lectern
