package io.weir.webadmin;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A notice's body for reading: JSON indented, a form one field a line, everything else as it came. Only blanks change
 * in JSON: members that come twice and numbers stay as the gateway wrote them.
 */
final class NoticeBody {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern FIELD = Pattern.compile("[^\\s=]+=\\S*");

    private NoticeBody() {
    }

    static String readable(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        try {
            return indented(text);
        } catch (IOException noJson) {
            return Arrays.stream(text.strip().split("&")).allMatch(field -> FIELD.matcher(field).matches())
                    ? fields(text.strip()) : text;
        }
    }

    private static String indented(String text) throws IOException {
        var pretty = new StringWriter();
        try (var parser = JSON.createParser(text); var out = JSON.createGenerator(pretty)) {
            out.useDefaultPrettyPrinter();
            while (parser.nextToken() != null) {
                out.copyCurrentEventExact(parser);
            }
        }
        return pretty.toString();
    }

    private static String fields(String form) {
        return Arrays.stream(form.split("&")).map(NoticeBody::decoded).collect(Collectors.joining("\n"));
    }

    private static String decoded(String field) {
        try {
            return URLDecoder.decode(field.replaceFirst("=", " = "), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return field;
        }
    }
}
