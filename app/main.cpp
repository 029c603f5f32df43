// SPDX-License-Identifier: GPL-3.0-or-later
// Start-up only: arguments, profile, window. The one file that sees every layer.

#include "bankgates.h"
#include "dialogs.h"
#include "disputelist.h"
#include "historydesk.h"
#include "mainwindow.h"
#include "messagebar.h"
#include "packreader.h"
#include "plandesk.h"
#include "readinessdesk.h"
#include "scheduleprint.h"
#include "singleinstance.h"
#include "theme.h"
#include "tour.h"
#include "troubledialog.h"
#include "workspace.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QFontMetricsF>
#include <QLibraryInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>
#include <QTranslator>

#include <cstdio>
#include <future>
#include <optional>
#include <thread>

#ifdef LECTERN_FONTCONFIG
#include <fontconfig/fontconfig.h>
#endif

using namespace lectern;

namespace
{

constexpr int exitOk = 0;
constexpr int exitFailed = 1;
constexpr int exitUsage = 2;

void say(const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
}

int complain(const QString &line, int code)
{
    std::fputs(qPrintable(QStringLiteral("lectern: ") + line + u'\n'), stderr);
    return code;
}

QString shippedPacks()
{
    return QDir::cleanPath(QCoreApplication::applicationDirPath() + QStringLiteral("/../share/lectern/packs"));
}

QString defaultProfile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return folder + QStringLiteral("/lectern/profile.lectern");
}

/// Qt's own buttons and ours in the desktop's language; English, which needs plural forms only, where there is no
/// translation.
void translate(QCoreApplication &app)
{
    const QString ours =
        QDir::cleanPath(QCoreApplication::applicationDirPath() + QStringLiteral("/../share/lectern/translations"));
    auto *qts = new QTranslator(&app);
    if (qts->load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qts);
    auto *own = new QTranslator(&app);
    if (own->load(QLocale(), QStringLiteral("lectern"), QStringLiteral("_"), ours) ||
        own->load(QStringLiteral("lectern_en"), ours))
        QCoreApplication::installTranslator(own);
}

Environment environment()
{
    Environment result;
    result.packsFolder = shippedPacks();
    return result;
}

/// Says what readers object to, where an author looks for it. False where a file was refused.
bool showDisputes(const PackReading &reading, const QStringList &files)
{
    const DisputeList disputes = listDisputes(reading, files);
    for (const QString &line : disputes.lines)
        say(line);
    for (const QString &line : disputes.refusals)
        complain(line, exitUsage);
    return disputes.refusals.isEmpty();
}

int checkPack(const QString &folder, const QString &day, const QStringList &disputes)
{
    if (!QFileInfo(folder).isDir())
        return complain(QStringLiteral("%1: no such folder").arg(folder), exitUsage);
    const QDate on = day.isEmpty() ? QDate::currentDate() : QDate::fromString(day, Qt::ISODate);
    if (!on.isValid())
        return complain(QStringLiteral("%1: not a day; write it as 2026-11-22").arg(day), exitUsage);
    const PackReading reading = inspectPack(folder, on);
    const BankReport bank = weighBank(reading.pack);
    const QList<Problem> problems = reading.problems + bank.problems();
    int errors = 0;
    for (const Problem &problem : problems) {
        say(problem.toString());
        errors += problem.severity == Severity::Error ? 1 : 0;
    }
    for (const QString &line : bank.table())
        say(line);
    say(QCoreApplication::translate("main", "%1: %n item(s), ", nullptr, static_cast<int>(reading.pack.items.size()))
            .arg(folder) +
        QCoreApplication::translate("main", "%n error(s), ", nullptr, errors) +
        QCoreApplication::translate("main", "%n warning(s)", nullptr, static_cast<int>(problems.size()) - errors));
    if (!showDisputes(reading, disputes))
        return exitUsage;
    return errors == 0 ? exitOk : exitFailed;
}

int exportSchedule(const QString &profile, const QString &file)
{
    const QString format = QFileInfo(file).suffix().toLower();
    if (format != QLatin1String("pdf") && format != QLatin1String("ics") && format != QLatin1String("csv"))
        return complain(QStringLiteral("%1: the name must end with .pdf, .ics or .csv").arg(file), exitUsage);
    if (!QFileInfo::exists(profile))
        return complain(QStringLiteral("%1: no such profile").arg(profile), exitUsage);
    if (SingleInstance::ask(profile, SingleInstance::Request::Export) == SingleInstance::Answer::Busy)
        return complain(
            QStringLiteral("%1 is open in a window; export from its Plan page, or close it first").arg(profile),
            exitUsage);
    const auto workspace = Workspace::open(profile, environment());
    if (!workspace)
        return complain(sentence(workspace.error()), exitUsage);
    PlanDesk &plan = (*workspace)->plan();
    if (!plan.hasPlan())
        return complain(QStringLiteral("%1 holds no plan yet; make one on the Plan page").arg(profile), exitFailed);
    if (format == QLatin1String("pdf")) {
        const Outcome written = writeSchedulePdf(file, plan);
        return written ? exitOk : complain(sentence(written.error()), exitUsage);
    }
    const Result<QByteArray> bytes = plan.exportSchedule(format);
    if (!bytes)
        return complain(sentence(bytes.error()), exitFailed);
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly) || target.write(*bytes) != bytes->size() || !target.flush() ||
        !target.commit())
        return complain(QStringLiteral("%1: %2").arg(file, target.errorString()), exitUsage);
    return exitOk;
}

int qtWarnings = 0;

/// Passes messages on and counts what Qt complains of: the self-test fails on the first. What the machine lacks is not
/// the program's fault and of no use to whoever reads on: a runtime folder, the size hints of a display without
/// windows.
void countWarnings(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    const bool machine = message.startsWith(QLatin1String("QStandardPaths: XDG_RUNTIME_DIR")) ||
                         message.contains(QLatin1String("does not support propagateSizeHints"));
    if (machine)
        return;
    if (type != QtDebugMsg && type != QtInfoMsg)
        ++qtWarnings;
    std::fputs(qPrintable(message + u'\n'), stderr);
}

/// Tour and self-test work on a profile of their own and never touch the person's.
int showcase(const QString &tourFolder)
{
    QTemporaryDir scratch;
    if (!scratch.isValid())
        return complain(scratch.errorString(), exitFailed);
    Environment env = environment();
    env.backups = false;
    qint64 passed = 0;
    env.clock = [system = systemClock(), &passed] {
        Moment now = system();
        now.utcMs += passed;
        now.bootMs += passed;
        return now;
    };
    const PassTime pass = [&passed](qint64 ms) { passed += ms; };
    const auto workspace = Workspace::open(scratch.filePath(QStringLiteral("tour.lectern")), env);
    if (!workspace)
        return complain(sentence(workspace.error()), exitFailed);
    Theme theme;
    if (tourFolder.isNull()) {
        if (const Outcome walked = walkMainJob(**workspace, pass); !walked)
            return complain(sentence(walked.error()), exitFailed);
        DesktopDialogs dialogs;
        MainWindow window(**workspace, theme, dialogs);
        window.resize(1280, 800);
        window.show();
        const QStringList empty = selfTest(**workspace, window);
        for (const QString &line : empty)
            complain(line, exitFailed);
        if (qtWarnings > 0)
            complain(QStringLiteral("%1 warnings were printed").arg(qtWarnings), exitFailed);
        return empty.isEmpty() && qtWarnings == 0 ? exitOk : exitFailed;
    }
    const auto written = takeTour(**workspace, theme, tourFolder, pass);
    if (!written)
        return complain(sentence(written.error()), exitUsage);
    for (const QString &path : *written)
        say(path);
    return exitOk;
}

/// The half of looking up fonts that needs no application: what the desktop has configured of them.
void readFontConfiguration()
{
#ifdef LECTERN_FONTCONFIG
    FcInit();
#endif
}

/// Reads the desktop's fonts, a sixth of the start, on a thread of its own: opening the profile does not need them.
class FontLookup
{
public:
    explicit FontLookup(const std::future<void> &configuration)
        : m_thread([&configuration] { lookUp(configuration); })
    {
    }
    ~FontLookup() { m_thread.join(); }
    Q_DISABLE_COPY_MOVE(FontLookup)

private:
    static void lookUp(const std::future<void> &configuration)
    {
        configuration.wait();
        // Measuring once also finds out what stands in for letters that the font does not have.
        static_cast<void>(QFontMetricsF(QGuiApplication::font()).height());
    }

    std::thread m_thread;
};

/// Opens the profile until a window ran to its end; a restored backup or another file means another round.
int runWindow(QApplication &app, QString profile, const std::future<void> &fontConfiguration)
{
    const FontLookup fonts(fontConfiguration);
    std::optional<Theme> look;
    DesktopDialogs dialogs;
    while (true) {
        if (SingleInstance::ask(profile, SingleInstance::Request::Raise) == SingleInstance::Answer::Raised)
            return complain(
                QStringLiteral("%1 is open in another window, which was brought to the front").arg(profile), exitOk);
        auto workspace = Workspace::open(profile, environment());
        if (workspace) {
            // What takes longest of Today's figures, while the fonts are read.
            const ReadinessDesk &readiness = (*workspace)->readiness();
            static_cast<void>(readiness.summary(readiness.defaultBlueprint()));
        }
        if (!look)
            look.emplace();
        Theme &theme = *look;
        if (!workspace) {
            TroubleDialog trouble(theme, dialogs, profile, workspace.error());
            if (!dialogs.run(trouble))
                return exitUsage;
            if (!trouble.backupToRestore().isEmpty()) {
                if (const Outcome restored = restoreProfile(profile, trouble.backupToRestore()); !restored)
                    return complain(sentence(restored.error()), exitFailed);
            } else {
                profile = trouble.otherProfile();
            }
            continue;
        }
        QString backup;
        int code = exitOk;
        {
            MainWindow window(**workspace, theme, dialogs);
            QObject::connect(&window, &MainWindow::restoreRequested, &app, [&](const QString &path) {
                backup = path;
                window.close();
            });
            SingleInstance instance(profile);
            QObject::connect(&instance, &SingleInstance::raiseRequested, &window, [&window] {
                window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
                window.show();
                window.raise();
                window.activateWindow();
            });
            instance.listen();
            window.show();
            QTimer::singleShot(0, &window, &MainWindow::begin);
            code = QApplication::exec();
        }
        workspace->reset();
        if (backup.isEmpty())
            return code;
        if (const Outcome restored = restoreProfile(profile, backup); !restored)
            return complain(sentence(restored.error()), exitFailed);
    }
}

struct Options {
    QCommandLineOption profile{
        QStringLiteral("profile"), QStringLiteral("Opens another profile."), QStringLiteral("FILE")};
    QCommandLineOption tour{QStringLiteral("tour"),
        QStringLiteral("Writes every page as PNG and the schedule as PDF, from a temporary profile."),
        QStringLiteral("DIR")};
    QCommandLineOption selfTest{
        QStringLiteral("self-test"), QStringLiteral("Opens every page on a temporary profile.")};
    QCommandLineOption checkPack{QStringLiteral("check-pack"),
        QStringLiteral("Checks a content pack, lists every problem and weighs the questions together."),
        QStringLiteral("DIR")};
    QCommandLineOption on{QStringLiteral("on"),
        QStringLiteral("The day for which --check-pack tells sources that were not checked for long; today otherwise."),
        QStringLiteral("DAY")};
    QCommandLineOption dispute{QStringLiteral("dispute"),
        QStringLiteral("Lists a reader's dispute at its question; goes with --check-pack, may be repeated."),
        QStringLiteral("FILE")};
    QCommandLineOption exportSchedule{QStringLiteral("export-schedule"),
        QStringLiteral("Writes the study schedule as .pdf, .ics or .csv."), QStringLiteral("FILE")};
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("lectern"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LECTERN_VERSION));
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));

    const Options options;
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Lectern: pass a professional certification exam."));
    parser.addOptions({options.profile, options.tour, options.selfTest, options.checkPack, options.on, options.dispute,
        options.exportSchedule});
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    if (!parser.parse(arguments))
        return complain(parser.errorText() + QStringLiteral(" Try --help."), exitUsage);
    if (!parser.positionalArguments().isEmpty())
        return complain(
            QStringLiteral("%1: not an option. Try --help.").arg(parser.positionalArguments().constFirst()), exitUsage);

    if (parser.isSet(options.on) && !parser.isSet(options.checkPack))
        return complain(QStringLiteral("--on goes with --check-pack. Try --help."), exitUsage);
    if (parser.isSet(options.dispute) && !parser.isSet(options.checkPack))
        return complain(QStringLiteral("--dispute goes with --check-pack. Try --help."), exitUsage);

    const bool windowless = parser.isSet(help) || parser.isSet(version) || parser.isSet(options.checkPack);
    if (windowless) {
        QCoreApplication app(argc, argv);
        translate(app);
        if (parser.isSet(help))
            say(parser.helpText().trimmed());
        else if (parser.isSet(version))
            say(QStringLiteral("lectern %1").arg(QCoreApplication::applicationVersion()));
        else
            return checkPack(parser.value(options.checkPack), parser.value(options.on), parser.values(options.dispute));
        return exitOk;
    }
    const bool exporting = parser.isSet(options.exportSchedule);
    if (exporting || (parser.isSet(options.selfTest) && qEnvironmentVariableIsEmpty("DISPLAY") &&
                         qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")))
        qputenv("QT_QPA_PLATFORM", "offscreen");

    const bool windowed = !exporting && !parser.isSet(options.selfTest) && !parser.isSet(options.tour);
    // While the application connects to the display.
    const std::future<void> fontConfiguration =
        std::async(windowed ? std::launch::async : std::launch::deferred, &readFontConfiguration);
    QApplication app(argc, argv);
    QApplication::setDesktopFileName(QStringLiteral("org.lectern.Lectern"));
    QApplication::setApplicationDisplayName(QStringLiteral("Lectern"));
    translate(app);
    const QString profile =
        QFileInfo(parser.isSet(options.profile) ? parser.value(options.profile) : defaultProfile()).absoluteFilePath();
    if (exporting)
        return exportSchedule(profile, parser.value(options.exportSchedule));
    if (parser.isSet(options.selfTest)) {
        qInstallMessageHandler(countWarnings);
        return showcase(QString());
    }
    if (parser.isSet(options.tour))
        return showcase(parser.value(options.tour));
    return runWindow(app, profile, fontConfiguration);
}
