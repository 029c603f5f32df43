// SPDX-License-Identifier: GPL-3.0-or-later
#include "busyimportdialog.h"
#include "calendardesk.h"
#include "daypanel.h"
#include "dialogs.h"
#include "errorbook.h"
#include "evidencedesk.h"
#include "examdesk.h"
#include "examreview.h"
#include "focusbar.h"
#include "focusdesk.h"
#include "guidedesk.h"
#include "historydesk.h"
#include "mainwindow.h"
#include "optionlist.h"
#include "plandesk.h"
#include "planprintdialog.h"
#include "printjob.h"
#include "questionview.h"
#include "reportdesk.h"
#include "reportdetail.h"
#include "reporthead.h"
#include "reportrow.h"
#include "reporttable.h"
#include "scheduleprint.h"
#include "searchfield.h"
#include "seatcurtain.h"
#include "settingsdesk.h"
#include "theme.h"
#include "tour.h"
#include "treepicker.h"
#include "troubledialog.h"
#include "workspace.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QKeyEvent>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

namespace lectern
{

namespace
{

constexpr int lockedInBreak = 24; ///< questions seen before it

/// Shows each dialog to the walk instead of waiting for a person; the walk says whether it is accepted.
class ShownDialogs : public Dialogs
{
public:
    explicit ShownDialogs(std::function<bool(QDialog &)> see)
        : m_see(std::move(see))
    {
    }

    QString openFile(QWidget *, const QString &, const QString &) override { return {}; }
    QString saveFile(QWidget *, const QString &, const QString &, const QString &) override { return {}; }
    bool confirm(QWidget *parent, const QString &question, const QString &detail, const QString &action) override
    {
        const auto box = confirmation(parent, question, detail, action);
        return run(*box);
    }
    bool run(QDialog &dialog) override
    {
        dialog.show();
        const bool accepted = m_see(dialog);
        dialog.hide();
        return accepted;
    }
    bool openExternally(const QString &) override { return false; }

private:
    std::function<bool(QDialog &)> m_see;
};

class Walk
{
public:
    Walk(Workspace &workspace, Theme &theme, const PassTime &pass, const Look &look)
        : m_workspace(workspace)
        , m_theme(theme)
        , m_pass(pass)
        , m_look(look)
        , m_dialogs([this](QDialog &dialog) { return seeDialog(dialog); })
    {
    }

    Outcome outcome() const { return m_outcome; }
    void setScheme(SchemeChoice scheme) { m_scheme = scheme; }

    void firstRun()
    {
        open();
        if (const Outcome asked = m_workspace.settings().set(Setting::FirstRunDone, false); !asked)
            m_outcome = asked;
        expect(QStringLiteral("first-run"), [this] { m_window->begin(); });
        for (const auto &[page, name] : {std::pair(PageId::Today, "today-new"), std::pair(PageId::Plan, "plan-new"),
                 std::pair(PageId::Exam, "exam-setup-new"), std::pair(PageId::Readiness, "readiness-new")})
            visit({page, {}}, QString::fromLatin1(name));
        expect(QStringLiteral("restore-none"), [this] { press(QStringLiteral("Ctrl+Shift+R")); });
        m_window.reset();
    }

    void pages()
    {
        open();
        for (const TourStop &stop : tourStops(m_workspace))
            visit(stop.place, stop.name);
        setUps();
        for (const QString &view : {QStringLiteral("week"), QStringLiteral("agenda"), QStringLiteral("wall")})
            visit({PageId::Plan, view}, QStringLiteral("plan-") + view);
        m_window->go({PageId::Plan, QStringLiteral("month")});
        visit({PageId::Plan, m_workspace.plan().today().toString(Qt::ISODate)}, QStringLiteral("plan-day"));
        if (auto *day = m_window->findChild<DayPanel *>()) {
            day->openPart(0);
            see(*m_window, QStringLiteral("plan-partly"));
        }
        if (m_workspace.plan().hasPlan())
            expect(QStringLiteral("plan-repair"), [this] { m_window->go({PageId::Plan, QStringLiteral("repair")}); });
        focusTimer();
        visit({PageId::Readiness, QStringLiteral("calibration")}, QStringLiteral("readiness-calibration"));
        m_window->go({PageId::Readiness, QStringLiteral("overview")});
        visit({PageId::Readiness, QStringLiteral("table")}, QStringLiteral("readiness-table"));
        expect(QStringLiteral("readiness-print"), [this] { click(QStringLiteral("printReadiness")); });
        if (const auto last = m_workspace.reports().lastResult()) {
            m_window->go({PageId::Exam, QStringLiteral("attempt/%1").arg(raw(last->id))});
            if (const auto *table = m_window->findChild<ReportTable *>()) {
                strike(table->shownRows().value(0), Qt::Key_Return);
                see(*m_window, QStringLiteral("exam-report-question"));
                workUp(*table);
                see(*m_window, QStringLiteral("exam-report-workup"));
                click(QStringLiteral("about"));
                see(*m_window, QStringLiteral("exam-report-about"));
                objectTo(*table);
                reportAtLength(last->id);
            }
        }
        m_window.reset();
    }

    void dialogs()
    {
        open();
        expect(QStringLiteral("plan-new-dialog"), [this] { m_window->go({PageId::Plan, QStringLiteral("new")}); });
        expect(QStringLiteral("plan-print"), [this] { click(QStringLiteral("printPlan")); });
        popUp(QStringLiteral("export-menu"), [this] { click(QStringLiteral("exportPlan")); });
        m_window->go({PageId::Today, {}});
        press(QStringLiteral("Ctrl+Shift+B"));
        see(*m_window, QStringLiteral("message"));
        expect(QStringLiteral("exam-result"), [this] { m_window->go({PageId::Readiness, QStringLiteral("record")}); });
        afterExam(false, QStringLiteral("after-exam-failed"));
        afterExam(true, QStringLiteral("after-exam-passed"));
        for (const auto &[keys, name] : {std::pair("Ctrl+Shift+E", "appointment"), std::pair("Ctrl+Shift+R", "restore"),
                 std::pair("Ctrl+,", "settings"), std::pair("F1", "shortcuts"), std::pair("Shift+F1", "about")})
            expect(QString::fromLatin1(name), [this, keys = keys] { press(QString::fromLatin1(keys)); });
        calendars();
        popUp(QStringLiteral("menu"), [this] { press(QStringLiteral("F10")); });
        search();
        TroubleDialog trouble(m_theme, m_dialogs, m_workspace.profilePath(),
            Error{ErrorCode::ProfileDamaged, {}, m_workspace.profilePath()});
        expect(QStringLiteral("trouble"), [&] { m_dialogs.run(trouble); });
        m_window.reset();
    }

    /// Last, because the seat takes the whole window.
    void seat()
    {
        ExamDesk &exam = m_workspace.exam();
        if (!sit(exam.defaultSetup(), QStringLiteral("exam-seat")))
            return;
        if (auto *question = m_window->findChild<QuestionView *>()) {
            question->openNote();
            see(*m_window, QStringLiteral("exam-seat-note"));
        }
        click(QStringLiteral("pause"));
        see(*m_window, QStringLiteral("exam-pause"));
        // The pack has no reserve, so that no rehearsal can be sat in which a break could be taken.
        if (auto *curtain = m_window->findChild<SeatCurtain *>()) {
            curtain->showBreak(lockedInBreak, true);
            see(*m_window, QStringLiteral("exam-break"));
        }
        click(QStringLiteral("goOn"));
        click(QStringLiteral("review"));
        see(*m_window, QStringLiteral("exam-review"));
        expect(QStringLiteral("exam-submit"), [this] { m_window->findChild<ExamReview *>()->submitButton()->click(); });
        end(exam.submit());
        study();
        chooseSeveral();
    }

private:
    /// Takes the seat of a new attempt.
    bool sit(const ExamDesk::Setup &setup, const QString &name)
    {
        const auto started = m_workspace.exam().start(setup);
        if (!started) {
            m_outcome = started.error();
            return false;
        }
        open();
        visit({PageId::Exam, QStringLiteral("setup")}, name);
        return true;
    }
    void end(const Outcome &ended)
    {
        if (!ended)
            m_outcome = ended;
        m_window.reset();
    }
    /// With a result that is taken back afterwards.
    void afterExam(bool passed, const QString &name)
    {
        ExamResult result;
        result.date = m_workspace.plan().today();
        result.passed = passed;
        const Blueprint &blueprint = m_workspace.guide().certification().blueprints.constFirst();
        result.blueprint = blueprint.id;
        int bar = 83;
        for (const Section &section : blueprint.sections)
            result.bars.insert(section.id, bar -= 7);
        Appointment sat = m_workspace.plan().appointment();
        sat.date = result.date;
        const Outcome moved = m_workspace.plan().setAppointment(sat);
        const auto added = m_workspace.evidence().addResult(result);
        if (!moved || !added) {
            m_outcome = moved ? added.error() : moved.error();
            return;
        }
        expect(name, [&] { m_window->go({PageId::Readiness, QStringLiteral("result/%1").arg(raw(*added))}); });
        visit({PageId::Readiness, QStringLiteral("calibration")}, name + QStringLiteral("-calibration"));
        visit({PageId::Today, {}}, name + QStringLiteral("-today"));
        for (int change = 0; change < 2; ++change) {
            if (const auto undone = m_workspace.history().undo(); !undone)
                m_outcome = undone.error();
        }
    }
    void study()
    {
        ExamDesk &exam = m_workspace.exam();
        ExamDesk::Setup setup = exam.defaultSetup(AttemptMode::Study);
        setup.rules.certainty = true;
        if (!sit(setup, QStringLiteral("exam-study")))
            return;
        if (const auto *question = m_window->findChild<QuestionView *>())
            question->options()->row(0)->click();
        click(QStringLiteral("reveal"));
        see(*m_window, QStringLiteral("exam-study-answer"));
        end(exam.abandon());
    }
    /// The first topic that has a question with several right answers.
    void chooseSeveral()
    {
        ExamDesk &exam = m_workspace.exam();
        ExamDesk::Setup setup = exam.defaultSetup(AttemptMode::Drill);
        setup.questions = 60;
        for (const Domain &domain : m_workspace.guide().certification().domains) {
            for (const Topic &topic : domain.topics) {
                setup.criteria.topics = {topic.id};
                if (!exam.start(setup))
                    continue;
                for (int position = 0; position < exam.running()->size(); ++position) {
                    if (const auto item = exam.item(position); item && item->type == ItemType::Multiple) {
                        (void)exam.show(position);
                        open();
                        visit({PageId::Exam, QStringLiteral("setup")}, QStringLiteral("exam-choose-two"));
                        end(exam.abandon());
                        return;
                    }
                }
                (void)exam.abandon();
            }
        }
    }
    void open()
    {
        m_window = std::make_unique<MainWindow>(m_workspace, m_theme, m_dialogs);
        m_theme.setChoice(m_scheme); // the window went by the setting
        m_window->resize(1280, 800);
        m_window->show();
    }
    void see(QWidget &shown, const QString &name)
    {
        QApplication::processEvents();
        if (m_outcome)
            m_outcome = m_look(shown, name);
    }
    /// Accepts only what asks how to print, since a preview comes after it.
    bool seeDialog(QDialog &dialog)
    {
        if (const auto *paper = qobject_cast<PlanPrintDialog *>(&dialog)) {
            seeSheets(*paper);
            return false;
        }
        see(dialog, m_expected);
        const bool prints = qobject_cast<PrintDialog *>(&dialog);
        if (prints)
            m_expected += QStringLiteral("-preview");
        return prints;
    }
    /// Each sheet of the plan as the preview shows it.
    void seeSheets(const PlanPrintDialog &paper)
    {
        auto *sheet = paper.findChild<QComboBox *>(QStringLiteral("sheet"));
        for (int index = 0; sheet && index < sheet->count(); ++index) {
            sheet->setCurrentIndex(index);
            see(*sheet->window(),
                QStringLiteral("%1-%2").arg(m_expected, word(PlanSheet(sheet->itemData(index).toInt()))));
        }
    }
    /// Of two blocks of the plan's next day; what it counts is thrown away.
    void focusTimer()
    {
        auto *bar = m_window->findChild<FocusBar *>();
        const auto next = m_workspace.plan().nextBlock();
        if (!bar || !next)
            return;
        bar->start(next->id);
        m_pass(23 * 60'000 + 10'000);
        bar->tick();
        see(*m_window, QStringLiteral("focus"));
        if (auto *partly = bar->findChild<QAbstractButton *>(QStringLiteral("focusStop")))
            partly->click();
        see(*m_window, QStringLiteral("focus-part"));
        for (const Block &other : m_workspace.plan().blocks(next->date, next->date)) {
            if (other.id != next->id)
                bar->start(other.id);
        }
        see(*m_window, QStringLiteral("focus-other"));
        if (const Outcome gone = m_workspace.focus().discard(); !gone)
            m_outcome = gone;
    }
    void setUps()
    {
        for (const char *mode : {"rehearsal", "timed", "study", "drill", "diagnostic"})
            visit({PageId::Exam, QStringLiteral("setup/") + QLatin1String(mode)},
                QStringLiteral("exam-setup-") + QLatin1String(mode));
        const QString topic = m_workspace.guide().certification().domains.constFirst().topics.constFirst().id;
        visit({PageId::Exam, QStringLiteral("setup/topic/") + topic}, QStringLiteral("exam-setup-topic"));
        if (const auto *topics = m_window->findChild<TreePicker *>(QStringLiteral("topics"))) {
            topics->button()->click();
            if (QWidget *popup = QApplication::activePopupWidget()) {
                see(*popup, QStringLiteral("exam-topics"));
                popup->close();
            }
        }
        visit({PageId::Exam, QStringLiteral("history")}, QStringLiteral("exam-history"));
    }
    void visit(const Place &place, const QString &name)
    {
        m_window->go(place);
        see(*m_window, name);
    }
    void expect(const QString &name, const std::function<void()> &act)
    {
        m_expected = name;
        act();
    }
    /// What a learner says of the question that is open.
    void workUp(const ReportTable &table)
    {
        if (!table.detail())
            return;
        Miss miss = table.detail()->question().miss;
        miss.error = ErrorType::Misread;
        miss.rule = QStringLiteral("Say each option aloud before choosing.");
        if (const Outcome said = m_workspace.reports().setMiss(miss); !said)
            m_outcome = said;
    }
    /// With more unfolded, something in dispute, on paper, projected; and the error book.
    void reportAtLength(AttemptId id)
    {
        const Place place{PageId::Exam, QStringLiteral("attempt/%1").arg(raw(id))};
        m_window->go(place);
        click(QStringLiteral("more"));
        see(*m_window, QStringLiteral("exam-report-more"));
        click(QStringLiteral("paceTable"));
        see(*m_window, QStringLiteral("exam-report-pace"));
        click(QStringLiteral("paceTable"));
        click(QStringLiteral("more"));
        expect(QStringLiteral("exam-report-print"), [this] { click(QStringLiteral("printReport")); });
        if (const auto *head = m_window->findChild<ReportHead *>()) {
            const auto blueprints = head->blueprints()->actions();
            for (QAction *blueprint : blueprints) {
                if (!blueprint->isChecked()) {
                    blueprint->trigger();
                    break;
                }
            }
            see(*m_window, QStringLiteral("exam-report-projected"));
        }
        visit({PageId::Exam, QStringLiteral("errors")}, QStringLiteral("error-book"));
        if (const auto *book = m_window->findChild<ErrorBook *>()) {
            strike(book->shownRows().value(0), Qt::Key_Return);
            see(*m_window, QStringLiteral("error-book-question"));
            expect(QStringLiteral("error-book-print"), [this] { click(QStringLiteral("printBook")); });
        }
    }
    /// With something written already, so that every field shows.
    void objectTo(const ReportTable &table)
    {
        ReportDesk &reports = m_workspace.reports();
        const auto last = reports.lastResult();
        const auto report = reports.report(last->id);
        const auto rows = table.shownRows();
        if (!report || rows.isEmpty())
            return;
        const FormItem &seat = report->attempt.setup().items.at(rows.constFirst()->line().position);
        Dispute dispute = reports.disputeOf(seat);
        dispute.kind = DisputeKind::SecondAnswer;
        dispute.reason = QStringLiteral("The documentation says that both are possible.");
        const Item item = report->items.value(seat.item);
        for (const Option &option : item.options) {
            if (!option.key)
                dispute.option = option.id;
        }
        reports.keepDraft(dispute);
        expect(QStringLiteral("exam-dispute"), [this] { click(QStringLiteral("dispute")); });
        if (const Outcome filed = reports.fileDispute(dispute); !filed && m_outcome)
            m_outcome = filed;
        see(*m_window, QStringLiteral("exam-report-disputed"));
    }
    /// A menu holds its caller until it is closed.
    void popUp(const QString &name, const std::function<void()> &act)
    {
        QTimer::singleShot(0, m_window.get(), [this, name] {
            if (QWidget *popup = QApplication::activePopupWidget()) {
                see(*popup, name);
                popup->close();
            }
        });
        act();
        QApplication::processEvents();
    }
    void press(const QString &keys)
    {
        const auto actions = m_window->actions();
        for (QAction *action : actions) {
            if (action->shortcut() == QKeySequence(keys))
                action->trigger();
        }
    }
    /// With busy times that are taken back afterwards.
    void calendars()
    {
        expect(QStringLiteral("calendars-none"), [this] { press(QStringLiteral("Ctrl+Shift+L")); });
        CalendarDesk &desk = m_workspace.calendar();
        const QDate today = m_workspace.plan().today();
        BusyImportDialog import(desk, QStringLiteral("orchestra.ics"), sampleBusyTimes(today), today, m_theme);
        expect(QStringLiteral("busy-import"), [&] { m_dialogs.run(import); });
        if (const Outcome taken = desk.setSource(import.chosen()); !taken)
            m_outcome = taken;
        expect(QStringLiteral("calendars"), [this] { press(QStringLiteral("Ctrl+Shift+L")); });
        if (const auto undone = m_workspace.history().undo(); !undone)
            m_outcome = undone.error();
    }
    void click(const QString &name)
    {
        if (auto *button = m_window->findChild<QAbstractButton *>(name))
            button->click();
    }
    static void strike(QWidget *widget, Qt::Key key, const QString &text = {})
    {
        if (!widget)
            return;
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, key, Qt::NoModifier, text);
            QApplication::sendEvent(widget, &event);
        }
    }
    void search()
    {
        auto *field = m_window->findChild<SearchField *>();
        field->setFocus(Qt::ShortcutFocusReason);
        const QString words = QStringLiteral("delta");
        for (const QChar letter : words)
            strike(field, Qt::Key_unknown, letter);
        see(*m_window, QStringLiteral("search"));
        strike(field, Qt::Key_Escape);
        strike(field, Qt::Key_Escape);
    }

    Workspace &m_workspace;
    Theme &m_theme;
    const PassTime &m_pass;
    const Look &m_look;
    ShownDialogs m_dialogs;
    std::unique_ptr<MainWindow> m_window;
    SchemeChoice m_scheme = SchemeChoice::Light;
    QString m_expected;
    Outcome m_outcome = Done{};
};

} // namespace

Outcome walkEverything(
    Workspace &workspace, Theme &theme, const QList<SchemeChoice> &schemes, const PassTime &pass, const Look &look)
{
    Walk walk(workspace, theme, pass, look);
    // A change of scheme restyles all that is open: one for each part of the walk, not one for each place.
    const auto inEach = [&](void (Walk::*part)()) {
        for (const SchemeChoice scheme : schemes) {
            walk.setScheme(scheme);
            (walk.*part)();
        }
    };
    inEach(&Walk::firstRun);
    if (const Outcome walked = walkMainJob(workspace, pass); !walked)
        return walked;
    inEach(&Walk::pages);
    inEach(&Walk::dialogs);
    inEach(&Walk::seat);
    return walk.outcome();
}

} // namespace lectern
