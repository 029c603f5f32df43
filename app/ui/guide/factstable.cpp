// SPDX-License-Identifier: GPL-3.0-or-later
#include "factstable.h"

#include "certification.h"
#include "tell.h"
#include "ui.h"

#include <QGridLayout>
#include <QLocale>
#include <QPainter>

namespace lectern
{

namespace
{

enum Column { Bar, Label, Page, Vendor, More };

/// The mark of a row whose two values differ.
class DiffersBar : public QWidget
{
public:
    explicit DiffersBar(const Theme &theme)
        : m_theme(theme)
    {
        setFixedWidth(theme.px(space::xs));
        connect(&theme, &Theme::changed, this, [this] { update(); });
    }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), m_theme.tokens().warn); }

private:
    const Theme &m_theme;
};

TextLabel *value(const Theme &theme, const QString &text)
{
    auto *label = new TextLabel(theme, Theme::Role::Body, text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    return label;
}

TextLabel *caption(const Theme &theme, const QString &text)
{
    auto *label = new TextLabel(theme, Theme::Role::Small, text);
    label->setTone(TextLabel::Tone::Muted);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    return label;
}

QString checked(QDate date)
{
    return FactsTable::tr("checked %1").arg(QLocale().toString(date, QLocale::ShortFormat));
}

} // namespace

FactsTable::FactsTable(Ui &ui, const Certification &certification, Detail detail, QWidget *parent)
    : Card(ui.theme, parent)
    , m_ui(ui)
{
    const Theme &theme = ui.theme;
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.px(detail == Detail::Full ? space::l : space::s));
    grid->setVerticalSpacing(theme.px(6));
    grid->setColumnStretch(Label, 3);
    grid->setColumnStretch(Page, 4);
    grid->setColumnStretch(Vendor, 4);
    const QString heads[] = {QString(), tr("Fact"), tr("Page"), tr("Vendor"), tr("Note and source")};
    for (int column = Label; column <= (detail == Detail::Full ? More : Vendor); ++column) {
        auto *head = new TextLabel(theme, Theme::Role::Small, heads[column]);
        head->setBold(true);
        grid->addWidget(head, 0, column);
    }
    if (detail == Detail::Full)
        grid->setColumnStretch(More, 6);
    for (const Fact &fact : certification.facts)
        addRow(grid, fact, detail);
    setPadding({space::s, space::m, space::m, space::m});
    body()->addLayout(grid);
    if (detail == Detail::Compact)
        body()->addWidget(legend(certification));
}

void FactsTable::addRow(QGridLayout *grid, const Fact &fact, Detail detail)
{
    const Theme &theme = m_ui.theme;
    const int line = grid->rowCount();
    grid->addWidget(hairline(), line, Bar, 1, grid->columnCount());
    const int row = line + 1;

    auto *label = new QVBoxLayout;
    label->setSpacing(0);
    label->addWidget(caption(theme, fact.label));
    TextLabel *vendor = value(theme, fact.vendor);
    if (fact.differs) {
        grid->addWidget(new DiffersBar(theme), row, Bar);
        auto *differs = new TextLabel(theme, Theme::Role::Small, tr("differs"));
        differs->setTone(TextLabel::Tone::Warn);
        differs->setBold(true);
        label->addWidget(differs);
        vendor->setBold(true);
        vendor->setAccessibleName(tr("%1, differs from the page").arg(fact.vendor));
    }
    label->addStretch();
    grid->addLayout(label, row, Label);
    grid->addWidget(value(theme, fact.page), row, Page);
    grid->addWidget(vendor, row, Vendor);
    if (detail == Detail::Full)
        grid->addWidget(sourceOf(fact), row, More);
}

QWidget *FactsTable::sourceOf(const Fact &fact)
{
    const Theme &theme = m_ui.theme;
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(space::xs));
    if (!fact.note.isEmpty())
        layout->addWidget(value(theme, fact.note));
    layout->addWidget(caption(theme, QStringLiteral("%1, %2").arg(fact.source.title, checked(fact.source.checkedOn))));
    if (!fact.source.url.isEmpty()) {
        QPushButton *open = linkButton(theme, tr("Open source"));
        open->setAccessibleName(tr("Open the source of %1").arg(fact.label));
        open->setToolTip(plainToolTip(fact.source.url));
        connect(open, &QPushButton::clicked, this, [this, url = fact.source.url] { offerLink(m_ui, url); });
        layout->addWidget(open, 0, Qt::AlignLeading);
        m_rows.insert(fact.id, open);
    } else {
        m_rows.insert(fact.id, box);
    }
    layout->addStretch();
    return box;
}

QWidget *FactsTable::legend(const Certification &certification)
{
    const Theme &theme = m_ui.theme;
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(theme.px(space::s), theme.px(space::s), 0, 0);
    layout->setSpacing(theme.px(space::xs));
    QList<Source> sources;
    for (const Fact &fact : certification.facts) {
        if (!sources.contains(fact.source))
            sources.append(fact.source);
    }
    layout->addWidget(caption(theme, tr("The vendor's values come from:")));
    for (const Source &source : std::as_const(sources)) {
        layout->addWidget(caption(theme, QStringLiteral("%1, %2").arg(source.title, checked(source.checkedOn))));
        if (source.url.isEmpty())
            continue;
        QPushButton *open = linkButton(theme, tr("Open source"));
        open->setAccessibleName(tr("Open %1").arg(source.title));
        open->setToolTip(plainToolTip(source.url));
        connect(open, &QPushButton::clicked, this, [this, url = source.url] { offerLink(m_ui, url); });
        layout->addWidget(open, 0, Qt::AlignLeading);
    }
    return box;
}

} // namespace lectern
