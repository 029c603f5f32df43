// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec.h"

#include "words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <concepts>

namespace lectern
{

namespace
{

constexpr std::array blooms{
    Word<Bloom>{Bloom::Remember, u"remember"},
    Word<Bloom>{Bloom::Understand, u"understand"},
    Word<Bloom>{Bloom::Apply, u"apply"},
    Word<Bloom>{Bloom::Analyze, u"analyze"},
    Word<Bloom>{Bloom::Evaluate, u"evaluate"},
};
constexpr std::array difficulties{
    Word<Difficulty>{Difficulty::Easy, u"easy"},
    Word<Difficulty>{Difficulty::Medium, u"medium"},
    Word<Difficulty>{Difficulty::Hard, u"hard"},
};
constexpr std::array itemTypes{
    Word<ItemType>{ItemType::Single, u"single"},
    Word<ItemType>{ItemType::Multiple, u"multiple"},
    Word<ItemType>{ItemType::All, u"all"},
    Word<ItemType>{ItemType::Ordering, u"ordering"},
    Word<ItemType>{ItemType::Matching, u"matching"},
    Word<ItemType>{ItemType::CodeLine, u"code-line"},
};
constexpr std::array collectionKinds{
    Word<CollectionKind>{CollectionKind::Checklist, u"checklist"},
    Word<CollectionKind>{CollectionKind::Resources, u"resources"},
    Word<CollectionKind>{CollectionKind::Career, u"career"},
    Word<CollectionKind>{CollectionKind::Challenges, u"challenges"},
};
constexpr std::array blueprintKinds{
    Word<BlueprintKind>{BlueprintKind::Domains, u"domains"},
    Word<BlueprintKind>{BlueprintKind::Sections, u"sections"},
};

/// Writes fields into a JSON object. Pairs with Reader: describe() below names each field once for both.
class Writer
{
public:
    void field(const char *key, const QString &value) { put(key, value); }
    void field(const char *key, const QDate &value) { put(key, value.toString(Qt::ISODate)); }
    void field(const char *key, int value) { put(key, value); }
    void field(const char *key, bool value) { put(key, value); }
    void field(const char *key, const QStringList &value) { put(key, QJsonArray::fromStringList(value)); }

    template<typename E, std::size_t N>
    void choice(const char *key, const E &value, const std::array<Word<E>, N> &table)
    {
        put(key, wordOf(table, value));
    }
    /// Absent where it is `usual`: what was written before there was a choice keeps its bytes.
    template<typename E, std::size_t N>
    void choice(const char *key, const E &value, const std::array<Word<E>, N> &table, E usual)
    {
        if (value != usual)
            choice(key, value, table);
    }
    /// Absent where it is empty, for the same reason.
    template<typename T>
    void ifAny(const char *key, const T &value)
    {
        if (!value.isEmpty())
            field(key, value);
    }
    void ifSet(const char *key, bool value)
    {
        if (value)
            field(key, value);
    }
    template<typename T>
    void object(const char *key, const T &value)
    {
        put(key, written(value));
    }
    template<typename T>
    void list(const char *key, const QList<T> &values)
    {
        QJsonArray array;
        for (const T &value : values)
            array.append(written(value));
        put(key, array);
    }
    template<typename T>
    void listIfAny(const char *key, const QList<T> &values)
    {
        if (!values.isEmpty())
            list(key, values);
    }
    template<typename T>
    static QJsonObject written(const T &value)
    {
        Writer writer;
        describe(writer, value);
        return writer.m_object;
    }

private:
    void put(const char *key, const QJsonValue &value) { m_object.insert(QLatin1String(key), value); }
    QJsonObject m_object;
};

/// Reads the same fields back; remembers the first one that is missing or of another type.
class Reader
{
public:
    Reader(const QJsonObject &object, QString &fault)
        : m_object(object)
        , m_fault(fault)
    {
    }

    void field(const char *key, QString &value) { value = take(key, QJsonValue::String).toString(); }
    void field(const char *key, QDate &value)
    {
        const QString text = take(key, QJsonValue::String).toString();
        value = QDate::fromString(text, Qt::ISODate);
        if (!value.isValid() && !text.isEmpty())
            blame(key);
    }
    void field(const char *key, int &value)
    {
        const QJsonValue number = take(key, QJsonValue::Double);
        value = number.toInt();
        if (number.toDouble() != value)
            blame(key);
    }
    void field(const char *key, bool &value) { value = take(key, QJsonValue::Bool).toBool(); }
    void field(const char *key, QStringList &value)
    {
        value.clear();
        const QJsonArray array = take(key, QJsonValue::Array).toArray();
        for (const QJsonValue &element : array) {
            if (!element.isString())
                blame(key);
            value.append(element.toString());
        }
    }

    template<typename E, std::size_t N>
    void choice(const char *key, E &value, const std::array<Word<E>, N> &table)
    {
        const std::optional<E> known = valueOf(table, take(key, QJsonValue::String).toString());
        if (known)
            value = *known;
        else
            blame(key);
    }
    template<typename E, std::size_t N>
    void choice(const char *key, E &value, const std::array<Word<E>, N> &table, E usual)
    {
        value = usual;
        if (!m_object.contains(QLatin1String(key)))
            return;
        choice(key, value, table);
        if (value == usual)
            blame(key);
    }
    template<typename T>
    void ifAny(const char *key, T &value)
    {
        value.clear();
        if (!m_object.contains(QLatin1String(key)))
            return;
        field(key, value);
        if (value.isEmpty())
            blame(key);
    }
    void ifSet(const char *key, bool &value)
    {
        value = false;
        if (!m_object.contains(QLatin1String(key)))
            return;
        field(key, value);
        if (!value)
            blame(key);
    }
    template<typename T>
    void object(const char *key, T &value)
    {
        read(take(key, QJsonValue::Object).toObject(), value, m_fault);
    }
    template<typename T>
    void list(const char *key, QList<T> &values)
    {
        values.clear();
        const QJsonArray array = take(key, QJsonValue::Array).toArray();
        for (const QJsonValue &element : array) {
            T value;
            read(element.toObject(), value, m_fault);
            values.append(value);
        }
    }
    template<typename T>
    void listIfAny(const char *key, QList<T> &values)
    {
        values.clear();
        if (!m_object.contains(QLatin1String(key)))
            return;
        list(key, values);
        if (values.isEmpty())
            blame(key);
    }
    template<typename T>
    static void read(const QJsonObject &object, T &value, QString &fault)
    {
        Reader reader(object, fault);
        describe(reader, value);
        if (reader.m_taken != object.size())
            reader.blame("a key of no meaning");
    }

private:
    QJsonValue take(const char *key, QJsonValue::Type type)
    {
        ++m_taken;
        const QJsonValue value = m_object.value(QLatin1String(key));
        if (value.type() != type)
            blame(key);
        return value;
    }
    void blame(const char *key)
    {
        if (m_fault.isEmpty())
            m_fault = QLatin1String(key);
    }

    QJsonObject m_object;
    QString &m_fault;
    qsizetype m_taken = 0;
};

// One description per type serves both directions, so that a field cannot be written and forgotten on reading.
// `S` is const for writing.

template<typename S, typename V>
concept Describes = std::same_as<std::remove_const_t<S>, V>;

template<typename A, Describes<Source> S>
void describe(A &a, S &s)
{
    a.field("title", s.title);
    a.field("url", s.url);
    a.field("checked_on", s.checkedOn);
}

template<typename A, Describes<Topic> S>
void describe(A &a, S &s)
{
    a.field("id", s.id);
    a.field("title", s.title);
    a.field("short_title", s.shortTitle);
    a.field("summary", s.summary);
}

template<typename A, Describes<Domain> S>
void describe(A &a, S &s)
{
    a.field("id", s.id);
    a.field("code", s.code);
    a.field("title", s.title);
    a.field("weight", s.weight);
    a.list("topics", s.topics);
}

template<typename A, Describes<Fact> S>
void describe(A &a, S &s)
{
    a.field("id", s.id);
    a.field("label", s.label);
    a.field("page", s.page);
    a.field("vendor", s.vendor);
    a.field("differs", s.differs);
    a.field("note", s.note);
    a.object("source", s.source);
}

template<typename A, Describes<ExamRules> S>
void describe(A &a, S &s)
{
    a.field("questions", s.questions);
    a.field("minutes", s.minutes);
    a.field("target_percent", s.targetPercent);
    a.field("retake_wait_days", s.retakeWaitDays);
    a.field("validity_years", s.validityYears);
}

template<typename A, Describes<Entry> S>
void describe(A &a, S &s)
{
    a.field("id", s.id);
    a.field("title", s.title);
    a.field("detail", s.detail);
    a.field("proof", s.proof);
    a.field("url", s.url);
    a.field("note", s.note);
    a.ifSet("skill", s.skill);
}

template<typename A, Describes<EntryGroup> S>
void describe(A &a, S &s)
{
    a.field("id", s.id);
    a.field("title", s.title);
    a.list("entries", s.entries);
}

template<typename A, Describes<Collection> S>
void describe(A &a, S &s)
{
    a.field("id", s.id);
    a.choice("kind", s.kind, collectionKinds);
    a.field("title", s.title);
    a.field("intro", s.intro);
    a.list("groups", s.groups);
}

template<typename A, Describes<ExamDayLine> S>
void describe(A &a, S &s)
{
    a.field("id", s.id);
    a.field("text", s.text);
    a.ifSet("write", s.write);
    a.object("source", s.source);
}

template<typename A, Describes<ExamDayPart> S>
void describe(A &a, S &s)
{
    a.field("id", s.id);
    a.field("title", s.title);
    a.list("lines", s.lines);
}

template<typename A, Describes<Stage> S>
void describe(A &a, S &s)
{
    a.field("id", s.id);
    a.field("first_week", s.firstWeek);
    a.field("last_week", s.lastWeek);
    a.field("title", s.title);
    a.field("short_title", s.shortTitle);
    a.field("domains", s.domains);
    a.field("topics", s.topics);
}

template<typename A, Describes<Requirement> S>
void describe(A &a, S &s)
{
    a.field("id", s.id);
    a.field("title", s.title);
    a.field("proof", s.proof);
}

template<typename A, Describes<Project> S>
void describe(A &a, S &s)
{
    a.field("id", s.id);
    a.field("number", s.number);
    a.field("title", s.title);
    a.field("scope", s.scope);
    a.field("summary", s.summary);
    a.list("requirements", s.requirements);
}

template<typename A, Describes<Objective> S>
void describe(A &a, S &s)
{
    a.field("id", s.id);
    a.field("title", s.title);
}

template<typename A, Describes<Section> S>
void describe(A &a, S &s)
{
    a.field("id", s.id);
    a.field("code", s.code);
    a.field("title", s.title);
    a.field("short_title", s.shortTitle);
    a.field("weight", s.weight);
    a.list("objectives", s.objectives);
}

template<typename A, Describes<Blueprint> S>
void describe(A &a, S &s)
{
    a.field("id", s.id);
    a.field("title", s.title);
    a.choice("kind", s.kind, blueprintKinds);
    a.field("questions", s.questions);
    a.field("minutes", s.minutes);
    a.field("unscored_max", s.unscoredMax);
    a.field("valid_from", s.validFrom);
    a.field("valid_to", s.validTo);
    a.field("checked_on", s.checkedOn);
    a.field("recommended_from", s.recommendedFrom);
    a.field("leaves_out", s.leavesOut);
    a.field("source_title", s.sourceTitle);
    a.field("source_url", s.sourceUrl);
    a.list("sections", s.sections);
}

template<typename A, Describes<Certification> S>
void describe(A &a, S &s)
{
    a.field("id", s.id);
    a.field("version", s.version);
    a.field("title", s.title);
    a.field("short_title", s.shortTitle);
    a.field("language", s.language);
    a.field("licence", s.licence);
    a.field("checked_on", s.checkedOn);
    a.field("overview", s.overview);
    a.object("exam", s.exam);
    a.list("facts", s.facts);
    a.list("domains", s.domains);
    a.list("blueprints", s.blueprints);
    a.field("total_hours", s.totalHours);
    a.list("path", s.path);
    a.list("projects", s.projects);
    a.list("collections", s.collections);
    a.listIfAny("exam_day", s.examDay);
}

template<typename A, Describes<Option> S>
void describe(A &a, S &s)
{
    a.field("id", s.id);
    a.field("text", s.text);
    a.field("key", s.key);
    a.field("rationale", s.rationale);
    a.field("misconception", s.misconception);
}

template<typename A, Describes<CodeBlock> S>
void describe(A &a, S &s)
{
    a.field("language", s.language);
    a.field("text", s.text);
}

template<typename A, Describes<ItemState> S>
void describe(A &a, S &s)
{
    a.field("state", s.state);
    a.field("date", s.date);
}

template<typename A, Describes<Item> S>
void describe(A &a, S &s)
{
    a.field("id", s.id);
    a.field("topic", s.topic);
    a.field("objective", s.objective);
    a.field("title", s.title);
    a.choice("bloom", s.bloom, blooms);
    a.choice("difficulty", s.difficulty, difficulties);
    a.choice("type", s.type, itemTypes, ItemType::Single);
    a.field("stem", s.stem);
    a.object("code", s.code);
    a.field("question", s.question);
    a.list("options", s.options);
    a.field("takeaway", s.takeaway);
    a.field("applies_to", s.appliesTo);
    a.field("enemies", s.enemies);
    a.ifAny("reserve", s.reserve);
    a.ifAny("case_id", s.caseId);
    a.ifAny("case_text", s.caseText);
    a.ifAny("prompts", s.prompts);
    a.ifAny("answer", s.answer);
    a.list("sources", s.sources);
    a.list("history", s.history);
}

template<typename T>
QByteArray encode(const T &value)
{
    return QJsonDocument(Writer::written(value)).toJson(QJsonDocument::Compact);
}

template<typename T>
Result<T> decode(const QByteArray &json)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (!document.isObject())
        return Error{ErrorCode::ProfileDamaged, parseError.errorString(), {}};
    QString fault;
    T value;
    Reader::read(document.object(), value, fault);
    if (!fault.isEmpty())
        return Error{ErrorCode::ProfileDamaged, QStringLiteral("stored content lacks a usable value"), fault};
    return value;
}

} // namespace

QByteArray toJson(const Certification &certification)
{
    return encode(certification);
}

Result<Certification> certificationFromJson(const QByteArray &json)
{
    return decode<Certification>(json);
}

QByteArray toJson(const Item &item)
{
    return encode(item);
}

Result<Item> itemFromJson(const QByteArray &json)
{
    return decode<Item>(json);
}

QString word(Bloom bloom)
{
    return wordOf(blooms, bloom);
}

QString word(Difficulty difficulty)
{
    return wordOf(difficulties, difficulty);
}

QString word(ItemType type)
{
    return wordOf(itemTypes, type);
}

QString word(CollectionKind kind)
{
    return wordOf(collectionKinds, kind);
}

QString word(BlueprintKind kind)
{
    return wordOf(blueprintKinds, kind);
}

std::optional<Bloom> bloomFromWord(QStringView text)
{
    return valueOf(blooms, text);
}

std::optional<Difficulty> difficultyFromWord(QStringView text)
{
    return valueOf(difficulties, text);
}

std::optional<ItemType> itemTypeFromWord(QStringView text)
{
    return valueOf(itemTypes, text);
}

std::optional<CollectionKind> collectionKindFromWord(QStringView text)
{
    return valueOf(collectionKinds, text);
}

std::optional<BlueprintKind> blueprintKindFromWord(QStringView text)
{
    return valueOf(blueprintKinds, text);
}

} // namespace lectern
