// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures.h"
#include "independentscorer.h"
#include "random.h"
#include "runall.h"

using namespace lectern;
using test::at;

namespace
{

const QStringList letters{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")};

QStringList some(Random &random, QStringList from, int count)
{
    random.shuffle(from);
    return from.first(std::min<qsizetype>(count, from.size()));
}

/// What an item of a type has for choices, its key, and an answer that is often right.
struct Question {
    QStringList choices = letters;
    ItemKey key;

    Question(Random &random, ItemType type)
    {
        key.type = type;
        if (type == ItemType::CodeLine)
            choices = QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("10")};
        if (type == ItemType::Matching) {
            choices.clear();
            for (const char *left : {"1", "2"}) {
                for (const QString &right : letters)
                    choices.append(QLatin1String(left) + u'=' + right);
            }
        }
        const int size = type == ItemType::Single     ? 1
                         : type == ItemType::Ordering ? static_cast<int>(choices.size())
                                                      : 1 + random.below(3);
        key.ids = normalised(type, some(random, choices, size));
    }
    QStringList answer(Random &random) const
    {
        if (random.below(3) > 0)
            return key.type == ItemType::Ordering ? key.ids : some(random, key.ids, static_cast<int>(key.ids.size()));
        return some(random, choices, random.below(static_cast<int>(choices.size()) + 1));
    }
};

} // namespace

class ScoreProofTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenThousandAttempts();
};

void ScoreProofTest::tenThousandAttempts()
{
    Random random(10'000);
    const Certification certification = test::sampleCertification();
    QSet<int> modes;
    int refused = 0;
    int rightAnswers = 0;
    int ends[3] = {0, 0, 0};
    for (int round = 0; round < 10'000; ++round) {
        const Blueprint &own = certification.blueprints[0];
        const Blueprint &other = certification.blueprints[1];
        AttemptSetup setup = test::sampleSetup(1 + random.below(12), 30);
        setup.mode = static_cast<AttemptMode>(round % 5);
        AttemptRules wished;
        wished.feedback = true;
        wished.breaks = 1;
        setup.rules = rulesOf(setup.mode, wished);
        modes.insert(round % 5);
        QList<Question> questions;
        ItemKeys keys;
        QSet<QString> disputed;
        QHash<QString, QString> sections;
        for (FormItem &seat : setup.items) {
            questions.append(Question(random, static_cast<ItemType>(random.below(6))));
            seat.optionOrder = questions.constLast().choices;
            seat.section = own.sections[random.below(5)].id;
            seat.scored = random.below(8) > 0;
            if (random.below(15) > 0)
                keys.insert(seat.item, questions.constLast().key);
            if (random.below(10) == 0)
                disputed.insert(seat.item);
            if (random.below(8) > 0)
                sections.insert(seat.item, random.below(6) ? other.sections[random.below(9)].id : QString());
        }
        Attempt attempt = Attempt::fold(setup, {}).value();
        QVERIFY(attempt.apply(attempt.started(at(0)).value()).ok());
        qint64 now = 0;
        for (int step = random.below(50); step > 0; --step) {
            const Moment moment = at(now += random.below(20'000));
            const int position = random.below(attempt.size());
            Result<AttemptEvent> event =
                attempt.answered(position, questions[position].answer(random), moment, questions[position].key.type);
            switch (random.below(16)) {
            case 0:
                event = attempt.revealed(position, moment);
                break;
            case 1:
                event = attempt.breakBegan(moment);
                break;
            case 2:
                event = attempt.pausedAt(moment);
                break;
            case 3:
                event = attempt.shown(position, moment);
                break;
            default:
                break;
            }
            refused += event.ok() ? 0 : 1;
            if (event.ok())
                QVERIFY(attempt.apply(*event).ok());
            if (attempt.paused())
                QVERIFY(attempt.apply(attempt.continuedAt(moment).value()).ok());
            if (attempt.onBreak())
                QVERIFY(attempt.apply(attempt.breakEnded(moment).value()).ok());
        }
        const int end = random.below(3);
        const Result<AttemptEvent> last = end == 0   ? attempt.submitted(at(now))
                                          : end == 1 ? attempt.abandonedAt(at(now))
                                                     : attempt.timedOutAt(at(2'000'000));
        QVERIFY(last.ok() && attempt.apply(*last).ok());
        ++ends[end];

        for (const bool projected : {false, true}) {
            ScoreOptions options;
            options.excluded = disputed;
            if (projected)
                options.sections = sections;
            const Blueprint &by = projected ? other : own;
            const Score got = score(attempt, by, keys, options);
            const test::IndependentScore wanted =
                test::scoreFromTheRules(setup.items, attempt.events(), keys, disputed, options.sections);
            test::IndependentScore same{
                got.right, got.total, got.answered, got.unscored, got.excluded, got.abandoned, {}};
            std::map<QString, std::pair<int, int>> asked;
            for (const SectionScore &section : got.sections) {
                if (section.total > 0)
                    same.sections[section.section] = {section.right, section.total};
            }
            for (const auto &[section, counts] : wanted.sections) {
                if (by.section(section))
                    asked[section] = counts;
            }
            test::IndependentScore expected = wanted;
            expected.sections = asked;
            QVERIFY2(same == expected, qPrintable(QString::number(round)));
            rightAnswers += got.right;
        }
    }
    QCOMPARE(modes.size(), 5);
    QVERIFY(refused > 10'000 && rightAnswers > 10'000);
    QVERIFY(ends[0] > 3000 && ends[1] > 3000 && ends[2] > 3000);
}

LECTERN_TEST_CLASS(ScoreProofTest)
#include "scoreproof_test.moc"
