// SPDX-License-Identifier: GPL-3.0-or-later
#include "yamltree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>

namespace lectern
{

namespace
{

constexpr int deepestLevel = 32;
constexpr int mostValues = 200'000;

FilePlace placeOf(const YAML::Mark &mark)
{
    return {mark.line + 1, mark.column + 1};
}

QString anchorsRefused()
{
    return QStringLiteral(
        "Anchors (&) and aliases (*) are not allowed. Write the value out, or quote it if the sign is text.");
}

// Thrown through the parser to stop it at the first thing that a pack may not hold; never leaves this file.
struct Refused {
    ProblemKind kind;
    FilePlace place;
    QString detail;
};

// Builds the tree from the parser's events. The parser's own node graph is not used: it expands aliases when walked,
// joins documents, keeps the second of two equal keys out of sight and forgets where keys stand.
class TreeBuilder final : public YAML::EventHandler
{
public:
    explicit TreeBuilder(ProblemLog &log)
        : m_log(log)
    {
    }

    YamlNode take() { return std::move(m_root); }

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        if (++m_documents > 1)
            throw Refused{ProblemKind::MoreThanOneDocument, placeOf(mark),
                QStringLiteral("A second document starts here. Delete the line --- or split the file.")};
    }
    void OnDocumentEnd() override {}

    void OnAnchor(const YAML::Mark &mark, const std::string &) override { refuseAnchor(mark); }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override { refuseAnchor(mark); }

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        if (anchor != YAML::NullAnchor)
            refuseAnchor(mark);
        add({YamlNode::Kind::Null, placeOf(mark), {}, {}, {}, {}}, mark);
    }

    void OnScalar(
        const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &value) override
    {
        refuseMarks(mark, tag, anchor);
        const auto kind = tag == "!" ? YamlNode::Kind::Quoted : YamlNode::Kind::Plain;
        add({kind, placeOf(mark), QString::fromStdString(value), {}, {}, {}}, mark);
    }

    void OnSequenceStart(
        const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open(YamlNode::Kind::List, mark, tag, anchor);
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(
        const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open(YamlNode::Kind::Map, mark, tag, anchor);
    }
    void OnMapEnd() override { close(); }

private:
    struct Level {
        YamlNode node;
        bool keyNext = true;   // of a map: the next scalar is a key
        bool keyTwice = false; // the value that follows belongs to a key that is there already
    };

    [[noreturn]] static void refuseAnchor(const YAML::Mark &mark)
    {
        throw Refused{ProblemKind::AnchorOrAlias, placeOf(mark), anchorsRefused()};
    }

    static void refuseMarks(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor)
    {
        if (anchor != YAML::NullAnchor)
            refuseAnchor(mark);
        // The parser hands "?" for a value without a tag and "!" for a quoted one.
        if (!tag.empty() && tag != "?" && tag != "!")
            throw Refused{ProblemKind::BadValue, placeOf(mark),
                QStringLiteral("Tags (!) are not allowed. Delete the tag, or quote the value if the sign is text.")};
    }

    void open(YamlNode::Kind kind, const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor)
    {
        refuseMarks(mark, tag, anchor);
        if (m_levels.size() >= deepestLevel)
            throw Refused{ProblemKind::TooDeep, placeOf(mark),
                QStringLiteral("Values are nested more than %1 levels deep.").arg(deepestLevel)};
        if (!m_levels.empty() && m_levels.back().node.kind == YamlNode::Kind::Map && m_levels.back().keyNext)
            refuseKey(mark);
        countValue(mark);
        m_levels.push_back({{kind, placeOf(mark), {}, {}, {}, {}}});
    }

    void close()
    {
        YamlNode node = std::move(m_levels.back().node);
        m_levels.pop_back();
        put(std::move(node));
    }

    void add(YamlNode node, const YAML::Mark &mark)
    {
        countValue(mark);
        if (!m_levels.empty() && m_levels.back().node.kind == YamlNode::Kind::Map && m_levels.back().keyNext) {
            if (node.kind == YamlNode::Kind::Null)
                refuseKey(mark);
            addKey(std::move(node));
        } else {
            put(std::move(node));
        }
    }

    void addKey(YamlNode key)
    {
        Level &level = m_levels.back();
        const auto &keys = level.node.keys;
        const auto same = std::find(keys.begin(), keys.end(), key.text);
        level.keyNext = false;
        level.keyTwice = same != keys.end();
        if (level.keyTwice) {
            const FilePlace first = level.node.keyPlaces[static_cast<size_t>(same - keys.begin())];
            m_log.error(ProblemKind::DuplicateKey, key.place, key.text,
                QStringLiteral("This key stands on line %1 already. Delete one of the two.").arg(first.line));
            return;
        }
        if (keys.size() >= mostKeys)
            throw Refused{
                ProblemKind::TooLarge, key.place, QStringLiteral("A map has more than %1 keys.").arg(mostKeys)};
        level.node.keys.push_back(std::move(key.text));
        level.node.keyPlaces.push_back(key.place);
    }

    void put(YamlNode node)
    {
        if (m_levels.empty()) {
            m_root = std::move(node);
            return;
        }
        Level &level = m_levels.back();
        if (!level.keyTwice)
            level.node.nodes.push_back(std::move(node));
        level.keyNext = true;
        level.keyTwice = false;
    }

    [[noreturn]] static void refuseKey(const YAML::Mark &mark)
    {
        throw Refused{ProblemKind::WrongType, placeOf(mark),
            QStringLiteral("A key must be a word. Check the indentation and the colon before this place.")};
    }

    void countValue(const YAML::Mark &mark)
    {
        if (++m_values > mostValues)
            throw Refused{ProblemKind::TooLarge, placeOf(mark),
                QStringLiteral("The file holds more than %1 values. Split it.").arg(mostValues)};
    }

    // Keys are looked for one after the other; no kind of file has more than a dozen.
    static constexpr size_t mostKeys = 100;

    ProblemLog &m_log;
    YamlNode m_root;
    std::vector<Level> m_levels;
    int m_values = 0;
    int m_documents = 0;
};

} // namespace

const YamlNode *YamlNode::value(QStringView key) const
{
    const auto found = std::find(keys.begin(), keys.end(), key);
    return found == keys.end() ? nullptr : &nodes[static_cast<size_t>(found - keys.begin())];
}

std::optional<YamlNode> parseYaml(const QByteArray &bytes, ProblemLog &log)
{
    try {
        std::istringstream stream(bytes.toStdString());
        YAML::Parser parser(stream);
        TreeBuilder builder(log);
        if (!parser.HandleNextDocument(builder)) {
            log.error(ProblemKind::Syntax, {}, {}, QStringLiteral("The file is empty."));
            return std::nullopt;
        }
        YamlNode root = builder.take();
        parser.HandleNextDocument(builder); // refuses, if there is one
        return root;
    } catch (const Refused &refused) {
        log.error(refused.kind, refused.place, {}, refused.detail);
    } catch (const YAML::Exception &exception) {
        const bool alias = exception.msg.rfind(YAML::ErrorMsg::UNKNOWN_ANCHOR, 0) == 0;
        const FilePlace place = exception.mark.is_null() ? FilePlace{} : placeOf(exception.mark);
        if (alias)
            log.error(ProblemKind::AnchorOrAlias, place, {}, anchorsRefused());
        else
            log.error(ProblemKind::Syntax, place, {},
                QStringLiteral("This is not YAML: %1. Look at the quotes and the indentation here and above.")
                    .arg(QString::fromStdString(exception.msg)));
    } catch (const std::exception &exception) {
        log.error(ProblemKind::Syntax, {}, {},
            QStringLiteral("This is not YAML: %1.").arg(QString::fromLocal8Bit(exception.what())));
    }
    return std::nullopt;
}

} // namespace lectern
