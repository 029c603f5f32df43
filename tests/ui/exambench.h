// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "countdown.h"
#include "examdesk.h"
#include "exampage.h"
#include "examreport.h"
#include "examseat.h"
#include "guidedesk.h"
#include "optionlist.h"
#include "pagebench.h"
#include "positiongrid.h"
#include "readinessdesk.h"
#include "reportdesk.h"
#include "reporttable.h"
#include "seatcurtain.h"
#include "settingsdesk.h"
#include "widgets.h"
#include "writesrefused.h"

#include <QSpinBox>

namespace lectern::test
{

/// Keeps the whole of what was asked.
struct RecordingDialogs : AnsweredDialogs {
    bool confirm(QWidget *parent, const QString &question, const QString &detail, const QString &action) override
    {
        asked << question;
        details << detail;
        actions << action;
        return AnsweredDialogs::confirm(parent, question, detail, action);
    }

    QStringList asked;
    QStringList details;
    QStringList actions;
};

/// The page on a profile of its own, shown in a window.
struct ExamBench {
    TestWorkspace workspace;
    Theme &theme = sharedTheme();
    MessageBar messages{theme};
    RecordingDialogs dialogs;
    QList<Place> went;
    Ui ui{theme, messages, dialogs, [this](const Place &place) { went << place; }};
    std::unique_ptr<ExamPage> page;

    explicit ExamBench(const QString &packs = QStringLiteral(LECTERN_CONTENT))
        : workspace(packs)
    {
    }

    bool open()
    {
        if (!workspace.open())
            return false;
        showPage();
        return true;
    }
    void showPage()
    {
        page = std::make_unique<ExamPage>(ExamDesks{desk(), reports(), workspace->plan(), workspace->guide(),
                                              workspace->settings(), workspace->history(), workspace->readiness()},
            ui);
        page->resize(1280, 752);
        page->show();
        QApplication::setActiveWindow(page.get());
        QCoreApplication::processEvents(); // widgets added to a shown layout appear with the next event
    }
    /// As after the program was killed and started again.
    bool restart()
    {
        page.reset();
        if (!workspace.reopen())
            return false;
        const auto resumed = desk().resume();
        showPage();
        return resumed.ok();
    }

    ExamDesk &desk() { return workspace->exam(); }
    ReportDesk &reports() { return workspace->reports(); }
    template<typename T>
    T *find(const char *name = "") const
    {
        return page->findChild<T *>(QLatin1String(name));
    }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = page->focusWidget();
        QTest::keyClick(focus && focus->isVisible() ? focus : page.get(), Qt::Key(key), modifiers);
    }
    void press(const char *name) const { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }

    bool start(int questions = 60)
    {
        find<QSpinBox>("length")->setValue(questions);
        press("start");
        return desk().running() != nullptr;
    }
    /// What the program would propose, so many questions long and with the time they take.
    ExamDesk::Setup setup(AttemptMode mode, int questions = 5)
    {
        ExamDesk::Setup wished = desk().defaultSetup(mode);
        wished.questions = questions;
        if (wished.minutes > 0)
            wished.minutes = desk().minutesFor(wished);
        return wished;
    }
    /// Starts without the set-up page.
    bool sit(const ExamDesk::Setup &wished)
    {
        if (const auto begun = desk().start(wished); !begun) {
            qWarning("%s", qPrintable(begun.error().detail));
            return false;
        }
        page->goTo({});
        QCoreApplication::processEvents();
        return seated();
    }
    bool sit(AttemptMode mode, int questions = 5) { return sit(setup(mode, questions)); }
    OptionRow *option(int index) const { return page->findChild<OptionList *>()->row(index); }
    QString optionId(int position, int index)
    {
        return desk().running()->setup().items.at(position).optionOrder.at(index);
    }
    PositionCell *cell(int position) const { return page->findChild<PositionGrid *>()->cell(position); }
    QString status() const { return find<TextLabel>("status")->text(); }
    QString notice() const { return find<TextLabel>("notice")->text(); }
    QString saved() const { return find<TextLabel>("saved")->text(); }
    void tick() const { page->findChild<Countdown *>()->tick(); }
    /// So tall that every question is seen to its end at once; forms are drawn by chance.
    void makeRoom() const
    {
        page->resize(1280, 2400);
        QCoreApplication::processEvents();
    }
    void pass(qint64 ms)
    {
        workspace.clock.advance(ms);
        tick();
    }
    bool seated() const { return shows<ExamSeat>(); }
    bool curtained() const { return shows<SeatCurtain>(); }
    bool reporting() const { return shows<ExamReport>(); }
    template<typename View>
    bool shows() const
    {
        const auto *view = page->findChild<View *>();
        return view && view->isVisible();
    }
    ReportTable *table() const { return page->findChild<ReportTable *>(); }
};

} // namespace lectern::test
