// SPDX-License-Identifier: GPL-3.0-or-later
#include "projectspage.h"

#include "certification.h"
#include "historydesk.h"
#include "progresslist.h"
#include "projectdesk.h"
#include "projectview.h"
#include "scrollcolumn.h"
#include "widgets.h"

#include <QComboBox>
#include <QLocale>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lectern
{

namespace
{
constexpr int narrowBelow = 820; ///< pixels at 100 % text
constexpr int sideWidth = 284;
} // namespace

ProjectsPage::ProjectsPage(ProjectDesk &desk, HistoryDesk &history, Ui &ui, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_history(history)
    , m_ui(ui)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_list(new ProgressList(ui.theme, tr("Projects")))
    , m_combo(new QComboBox)
    , m_stack(new QStackedWidget)
{
    const Theme &theme = ui.theme;
    auto *side = new ScrollColumn(theme);
    side->setPadding({space::xl, space::m, 0, space::m});
    side->body()->addWidget(m_list);
    side->setFixedWidth(theme.px(sideWidth));
    m_side = side;
    m_chooser = new QWidget;
    auto *chooser = new QVBoxLayout(m_chooser);
    chooser->setContentsMargins(theme.px(space::xl), theme.px(space::s), theme.px(space::xl), 0);
    chooser->addWidget(m_combo);
    nameComboBox(m_combo, tr("Project"));
    m_chooser->hide();
    for (const Project &project : desk.projects()) {
        m_list->add(project.title, int(project.requirements.size()), project.scope);
        m_combo->addItem(project.title);
        m_views.append(nullptr);
    }
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_side);
    m_layout->addWidget(m_chooser);
    m_layout->addWidget(m_stack, 1);

    connect(m_list, &ProgressList::chosen, this, &ProjectsPage::select);
    connect(m_combo, &QComboBox::activated, this, &ProjectsPage::select);
    connect(&m_desk, &ProjectDesk::changed, this, &Page::markStale);
    const auto key = [this](const QKeySequence &keys, int by) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, by] { step(by); });
    };
    key(Qt::CTRL | Qt::Key_Up, -1);
    key(Qt::CTRL | Qt::Key_Down, +1);
}

void ProjectsPage::goTo(const QString &anchor)
{
    const QStringList parts = anchor.split(u'/');
    if (parts.size() != 2)
        return;
    const bool whole = parts[0] == QLatin1String("project");
    const QString id = whole ? parts[1] : parts[0];
    const QList<Project> &projects = m_desk.projects();
    for (qsizetype i = 0; i < projects.size(); ++i) {
        if (projects[i].id != id)
            continue;
        select(int(i));
        if (!whole)
            view(int(i))->enter(parts[1]);
    }
}

QStringList ProjectsPage::shortcuts() const
{
    return {QStringLiteral("Ctrl+Up\t%1").arg(tr("Previous project")),
        QStringLiteral("Ctrl+Down\t%1").arg(tr("Next project"))};
}

void ProjectsPage::reload()
{
    const QList<Project> &projects = m_desk.projects();
    for (qsizetype i = 0; i < projects.size(); ++i) {
        const int done = m_desk.doneCount(projects[i].id);
        const QLocale locale;
        m_list->setDone(int(i), done,
            tr("%1 of %2 done").arg(locale.toString(done), locale.toString(projects[i].requirements.size())));
        if (m_views[i])
            m_views[i]->refresh();
    }
    if (!projects.isEmpty() && m_stack->count() == 0)
        select(m_current);
}

void ProjectsPage::select(int index)
{
    if (index < 0 || index >= m_views.size())
        return;
    m_current = index;
    m_stack->setCurrentWidget(view(index));
    m_list->setCurrent(index);
    m_combo->setCurrentIndex(index);
}

void ProjectsPage::step(int by)
{
    select(m_current + by);
}

ProjectView *ProjectsPage::view(int index)
{
    if (!m_views[index]) {
        m_views[index] = new ProjectView(m_desk, m_history, m_ui, m_desk.projects()[index]);
        m_stack->addWidget(m_views[index]);
    }
    return m_views[index];
}

void ProjectsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool narrow = width() < m_ui.theme.px(narrowBelow);
    m_layout->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_side->setVisible(!narrow);
    m_chooser->setVisible(narrow);
}

} // namespace lectern
