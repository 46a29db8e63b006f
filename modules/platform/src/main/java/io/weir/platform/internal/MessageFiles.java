package io.weir.platform.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** One file per module and language. A code belongs to one module, so that nobody rewords another's message. */
final class MessageFiles {
    static final List<String> MODULES = List.of("platform", "identity", "tenancy", "metering", "payments", "support",
            "subscriptions", "billing", "notifications", "hosting", "bootstrap", "web");

    private MessageFiles() {
    }

    /** Language → code → text. */
    static Map<String, Map<String, String>> load(List<String> languages) {
        var all = new HashMap<String, Map<String, String>>();
        for (var language : languages) {
            var texts = new HashMap<String, String>();
            MODULES.forEach(module -> read(module, language).forEach(texts::putIfAbsent));
            all.put(language, Map.copyOf(texts));
        }
        return Map.copyOf(all);
    }

    /** Empty when the module has no texts. */
    static Map<String, String> read(String module, String language) {
        var name = "/io/weir/platform/messages/" + module + "_" + language + ".properties";
        try (var in = MessageFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                return Map.of();
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            var texts = new HashMap<String, String>();
            properties.stringPropertyNames().forEach(code -> texts.put(code, properties.getProperty(code)));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
