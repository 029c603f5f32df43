// SPDX-License-Identifier: GPL-3.0-or-later
#include "longlog.h"
#include "runall.h"

#include <QLocale>
#include <QProcess>
#include <QTemporaryDir>

#include <clocale>
#include <cstring>

using namespace lectern;

namespace
{

void append(std::vector<double> &all, const Estimate &estimate)
{
    all.insert(all.end(), {estimate.mean, estimate.low, estimate.high});
}

std::vector<double> everything(const QList<LoggedAnswer> &log)
{
    const Ability ability = replay(longLogShape(), log, {{10, 2, 45}, {70, 4, 90}}, 90).ability();
    std::vector<double> all;
    for (int a = 0; a < ability.size(); ++a) {
        all.push_back(ability.mean(a));
        for (int b = 0; b < ability.size(); ++b)
            all.push_back(ability.covariance(a, b));
    }
    for (const Readout &readout :
        {readOut(ability, longLogExam()), readOut(ability.forecast(20, 0.6), longLogExam())}) {
        for (const Estimate &section : readout.sections)
            append(all, section);
        for (const Estimate &topic : readout.topics)
            append(all, topic);
        append(all, readout.weighted);
        append(all, readout.score);
        all.push_back(readout.odds);
    }
    return all;
}

bool sameBits(const std::vector<double> &a, const std::vector<double> &b)
{
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

/// Puts the number format of the C library back.
class KeptLocale
{
public:
    KeptLocale() = default;
    ~KeptLocale()
    {
        std::setlocale(LC_ALL, m_kept.constData());
        QLocale::setDefault(m_default);
    }
    Q_DISABLE_COPY_MOVE(KeptLocale)

private:
    QByteArray m_kept = std::setlocale(LC_ALL, nullptr);
    QLocale m_default;
};

/// A locale that writes 0.5 as 0,5: of the machine, or made for the test.
bool setCommas(const QTemporaryDir &folder)
{
    if (!std::setlocale(LC_ALL, "de_DE.UTF-8")) {
        QProcess make;
        make.start(
            QStringLiteral("localedef"), {QStringLiteral("-i"), QStringLiteral("de_DE"), QStringLiteral("-f"),
                                             QStringLiteral("UTF-8"), folder.filePath(QStringLiteral("de_DE.UTF-8"))});
        make.waitForFinished(60000);
        qputenv("LOCPATH", folder.path().toLocal8Bit());
        std::setlocale(LC_ALL, "de_DE.UTF-8");
    }
    return std::strcmp(std::localeconv()->decimal_point, ",") == 0;
}

} // namespace

/// The same answers give the same bits: on a second run, and whatever the machine's way of writing numbers.
class SameBitsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSecondRun()
    {
        const QList<LoggedAnswer> log = longLog(20'000);
        const std::vector<double> once = everything(log);
        QVERIFY(sameBits(once, everything(log)));
        QList<LoggedAnswer> other = log;
        for (qsizetype i = 19'000; i < 19'020; ++i)
            other[i].answer.right = !other.at(i).answer.right;
        QVERIFY2(!sameBits(once, everything(other)), "other answers, other bits");
    }

    void anyLocale()
    {
        const QList<LoggedAnswer> log = longLog(2000);
        const std::vector<double> once = everything(log);
        const KeptLocale kept;
        for (const QLocale::Language language : {QLocale::German, QLocale::Arabic, QLocale::Turkish}) {
            QLocale::setDefault(QLocale(language));
            QVERIFY(sameBits(once, everything(log)));
        }
        QTemporaryDir folder;
        QVERIFY(folder.isValid());
        if (!setCommas(folder))
            QSKIP("this machine has no locale with a decimal comma and cannot make one");
        QVERIFY(sameBits(once, everything(log)));
    }
};

LECTERN_TEST_CLASS(SameBitsTest)
#include "samebits_test.moc"
