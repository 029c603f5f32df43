// SPDX-License-Identifier: GPL-3.0-or-later
// Time of one frame while a person scrolls and drags through a year of blocks in each view of the plan page, until it
// is painted, against a bare list of as many rows that only fills and writes, in turns. Prints "<view>-scroll <us>",
// "<view>-drag <us>" and "bare <us>".
#include "calendarview.h"
#include "dialogs.h"
#include "messagebar.h"
#include "plandesk.h"
#include "planpage.h"
#include "testworkspace.h"
#include "theme.h"
#include "ui.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

#include <cstdio>

using namespace lectern;

namespace
{

constexpr int frames = 120; // of each kind
constexpr QSize windowSize(1280, 752);

/// A row for each block with its words, and nothing else.
class Bare : public QWidget
{
public:
    explicit Bare(int rows)
        : m_rows(rows)
    {
        setMinimumHeight(rows * rowHeight);
    }

    static constexpr int rowHeight = 28;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        const int last = std::min(m_rows - 1, event->rect().bottom() / rowHeight);
        for (int row = event->rect().top() / rowHeight; row <= last; ++row) {
            const QRect box(0, row * rowHeight, width(), rowHeight - 1);
            painter.fillRect(box, row % 2 ? Qt::white : Qt::lightGray);
            painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("18:30–20:00"));
            painter.drawText(box, Qt::AlignHCenter | Qt::AlignVCenter, QStringLiteral("90 min Block %1").arg(row));
            painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("to do"));
        }
    }

private:
    int m_rows;
};

/// Until nothing waits to be laid out or painted.
template<typename Act>
void timed(const char *what, const char *kind, const Act &act)
{
    QElapsedTimer timer;
    timer.start();
    act();
    for (int turn = 0; turn < 3; ++turn)
        QCoreApplication::processEvents();
    std::printf("%s%s %lld\n", what, kind, static_cast<long long>(timer.nsecsElapsed() / 1000));
}

void mouse(QWidget &widget, QEvent::Type type, QPoint place)
{
    const Qt::MouseButtons held = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(
        type, place, widget.mapToGlobal(place), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, held, {});
    QApplication::sendEvent(&widget, &event);
}

QScrollBar *scrollBarOf(const QWidget &view)
{
    for (QWidget *outer = view.parentWidget(); outer; outer = outer->parentWidget()) {
        auto *area = qobject_cast<QScrollArea *>(outer);
        if (area && area->verticalScrollBar()->maximum() > 0)
            return area->verticalScrollBar();
    }
    return nullptr;
}

/// Through the whole length where the view scrolls, else page by page to the exam and back; each step is one frame.
void scroll(CalendarView &view, const char *name, int frame, int &direction)
{
    if (!view.data().examDate.isValid() || view.data().lastDay() >= view.data().examDate)
        direction = -1;
    else if (view.data().firstDay() <= view.data().today)
        direction = 1;
    QScrollBar *bar = scrollBarOf(view);
    timed(name, "-scroll", [&] {
        if (bar)
            bar->setValue(bar->maximum() * frame / frames);
        else
            view.turn(direction);
    });
}

bool drag(CalendarView &view, const char *name, const QDate &day)
{
    view.turnTo(day);
    QCoreApplication::processEvents();
    const QPoint from = view.entryRect(day, 0).center();
    mouse(view, QEvent::MouseButtonPress, from);
    mouse(view, QEvent::MouseMove, from + QPoint(0, 30));
    if (!view.dragging())
        return false;
    const QRect seen = view.visibleRegion().boundingRect();
    for (int frame = 0; frame < frames; ++frame)
        timed(name, "-drag", [&] {
            mouse(view, QEvent::MouseMove,
                {seen.left() + seen.width() * frame / frames, seen.top() + (frame * 37) % std::max(1, seen.height())});
        });
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, {});
    QApplication::sendEvent(&view, &escape);
    mouse(view, QEvent::MouseButtonRelease, from);
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    test::TestWorkspace workspace;
    if (!workspace.open())
        return 1;
    PlanDesk &desk = workspace->plan();
    PlanInputs inputs = desk.defaultInputs();
    inputs.start = desk.today();
    inputs.examDate = inputs.start.addDays(365);
    inputs.minutesPerWeekday.fill(180);
    inputs.blockMinutes = 60;
    if (!desk.makePlan(inputs))
        return 1;
    const int blocks = int(desk.allBlocks().size());
    std::fprintf(stderr, "%d blocks\n", blocks);

    Theme theme;
    DesktopDialogs dialogs;
    MessageBar messages(theme);
    Ui ui{theme, messages, dialogs, {}};
    PlanPage page(desk, workspace->history(), ui);
    QScrollArea area;
    area.setWidget(new Bare(blocks));
    area.setWidgetResizable(true);
    for (QWidget *window : std::initializer_list<QWidget *>{&page, &area}) {
        window->resize(windowSize);
        window->show();
    }
    QCoreApplication::processEvents();
    for (const char *name : {"month", "week", "agenda", "wall"}) {
        page.goTo(QString::fromLatin1(name));
        QCoreApplication::processEvents();
        const QList<CalendarView *> views = page.findChildren<CalendarView *>();
        const auto shown =
            std::find_if(views.begin(), views.end(), [](const CalendarView *view) { return view->isVisible(); });
        if (shown == views.end())
            return 1;
        int direction = 1;
        for (int frame = 0; frame < frames; ++frame) {
            scroll(**shown, name, frame, direction);
            timed("bare", "",
                [&] { area.verticalScrollBar()->setValue(area.verticalScrollBar()->maximum() * frame / frames); });
        }
        if (!drag(**shown, name, desk.blocks(desk.today(), inputs.examDate).at(blocks / 2).date)) {
            std::fprintf(stderr, "nothing was dragged in %s\n", name);
            return 1;
        }
    }
    return 0;
}
