// SPDX-License-Identifier: GPL-3.0-or-later
#include "topicgrid.h"

#include "examwords.h"
#include "figurewords.h"
#include "tell.h"
#include "widgets.h"

#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace lectern
{

namespace
{

constexpr int cellsAcross = 6; ///< more objectives of a section go to a second line

} // namespace

/// One topic: the figure and n first, the bar only helps. Dashed where there are no answers.
class TopicCell : public QAbstractButton
{
public:
    TopicCell(const Theme &theme, const QString &title, int section, QWidget *parent)
        : QAbstractButton(parent)
        , m_theme(theme)
        , m_title(title)
        , m_section(section)
    {
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(&theme, &Theme::changed, this, [this] {
            updateGeometry();
            update();
        });
    }

    void set(const ReadinessRow &row, QDate today)
    {
        m_row = row;
        QStringList told;
        if (row.tested())
            told << TopicGrid::tr("expected %1, %2", "share, interval")
                        .arg(percent(row.expected.mean), rangeText(row.expected))
                 << TopicGrid::tr("%1 of %n first-seen answer(s) right", nullptr, row.answers).arg(row.right);
        else
            told << TopicGrid::tr("no first-seen answers");
        if (row.lastSeen.isValid())
            told << TopicGrid::tr("last seen on %1").arg(chartDay(row.lastSeen, today));
        setAccessibleName(QStringLiteral("%1: %2").arg(m_title, told.join(QStringLiteral(", "))));
        setToolTip(plainToolTip(QStringLiteral("%1\n%2").arg(m_title, told.join(u'\n'))));
        update();
    }

    QSize sizeHint() const override
    {
        const int height =
            std::max(m_theme.px(29), QFontMetrics(m_theme.font(Theme::Role::Body)).height() + m_theme.px(space::s));
        return {m_theme.px(72), height};
    }
    QSize minimumSizeHint() const override { return {m_theme.px(56), sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = m_theme.tokens();
        const bool known = m_row.tested();
        QPainter painter(this);
        QPen border(known ? tokens.line : tokens.edge, 1);
        if (!known)
            border.setDashPattern({3, 3});
        painter.setPen(border);
        painter.setBrush(isDown() ? tokens.track : known ? tokens.raised : tokens.surface);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
        const int pad = m_theme.px(6);
        const int leading = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignVCenter | Qt::AlignLeft));
        QRect text = rect().adjusted(pad, 0, -pad, -m_theme.px(known ? 4 : 0));
        painter.setPen(tokens.text);
        if (known) {
            QFont bold = m_theme.font(Theme::Role::Body);
            bold.setBold(true);
            painter.setFont(bold);
            const QString figure = QLocale().toString(qRound(100 * m_row.expected.mean));
            painter.drawText(text, leading, figure);
            const int step = painter.fontMetrics().horizontalAdvance(figure) + m_theme.px(space::xs);
            text.adjust(isRightToLeft() ? 0 : step, 0, isRightToLeft() ? -step : 0, 0);
            painter.setFont(m_theme.font(Theme::Role::Small));
            painter.setPen(tokens.muted);
            painter.drawText(text, leading, TopicGrid::tr("n %1").arg(QLocale().toString(m_row.answers)));
            const int room = width() - 2;
            const int length = qRound(room * m_row.expected.mean);
            painter.fillRect(
                QRect(isRightToLeft() ? 1 + room - length : 1, height() - m_theme.px(4) - 1, length, m_theme.px(4)),
                m_theme.domain(m_section));
        } else {
            painter.setFont(m_theme.font(Theme::Role::Body));
            painter.drawText(text, leading, TopicGrid::tr("–", "no answers yet"));
        }
        if (hasFocus() || underMouse()) {
            painter.setPen(QPen(hasFocus() ? tokens.accent : tokens.edge, hasFocus() ? 2 : 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(rect().adjusted(hasFocus() ? 1 : 0, hasFocus() ? 1 : 0, -1, -1));
        }
    }

private:
    const Theme &m_theme;
    QString m_title;
    int m_section; ///< whose colour it has
    ReadinessRow m_row;
};

TopicGrid::TopicGrid(const Theme &theme, const Certification &certification, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_certification(certification)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

void TopicGrid::build(const Blueprint &blueprint)
{
    delete m_content;
    m_cells.clear();
    m_blueprint = blueprint.id;
    m_content = new QWidget(this);
    auto *grid = new QGridLayout(m_content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(m_theme.px(2));
    grid->setHorizontalSpacing(m_theme.px(space::xs));
    for (qsizetype s = 0; s < blueprint.sections.size(); ++s) {
        const Section &section = blueprint.sections[s];
        QList<std::pair<QString, QString>> below;
        for (const Objective &objective : section.objectives)
            below.append({objective.id, objective.title});
        if (const Domain *domain = m_certification.domain(section.id); domain && below.isEmpty()) {
            for (const Topic &topic : domain->topics)
                below.append({topic.id, topic.title});
        }
        auto *chip = new Chip(m_theme, section.code, int(s), m_content);
        chip->setToolTip(plainToolTip(section.title));
        const int first = grid->rowCount();
        grid->addWidget(chip, first, 0);
        for (int i = 0; i < below.size(); ++i) {
            const auto &[id, title] = below[i];
            auto *cell = new TopicCell(m_theme, title, int(s), m_content);
            m_cells.insert(id, cell);
            grid->addWidget(cell, first + i / cellsAcross, i % cellsAcross + 1);
            grid->setColumnStretch(i % cellsAcross + 1, 1);
            connect(cell, &QAbstractButton::clicked, this, [this, chosenId = id] { Q_EMIT chosen(chosenId); });
        }
    }
    layout()->addWidget(m_content);
    if (isVisible())
        m_content->show();
}

void TopicGrid::fill(const Blueprint &blueprint, const ReadinessReport &report)
{
    if (m_blueprint != blueprint.id)
        build(blueprint);
    for (const ReadinessRow &row : report.topics) {
        if (TopicCell *cell = m_cells.value(row.id))
            cell->set(row, report.day);
    }
}

} // namespace lectern
