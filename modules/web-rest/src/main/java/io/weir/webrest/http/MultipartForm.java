package io.weir.webrest.http;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parts of a form with files ({@code multipart/form-data}, RFC 7578). Read in memory, where the limit on bodies
 * keeps it small, because the container's own reader leaves files of strangers in the folder for temporary files.
 * Whatever is not such a form is refused: {@code MALFORMED_BODY}.
 */
final class MultipartForm {
    private static final Pattern BOUNDARY = Pattern.compile(
            "(?i)multipart/form-data\\s*;.*?boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70})).*");
    private static final Pattern FILE_NAME = Pattern.compile(
            "(?i);\\s*filename=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s;]+))");
    private static final Pattern FORM_PART = Pattern.compile("(?i)content-disposition:\\s*form-data\\s*;.*");
    private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_PARTS = 20;
    /** Bytes; a file's name is the longest that it holds. */
    private static final int LONGEST_HEAD = 2048;
    private final byte[] body;
    private final byte[] delimiter;

    private MultipartForm(byte[] body, String boundary) {
        this.body = body;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
    }

    /** A part with its content; {@code fileName} when it is a file. */
    record Part(Optional<String> fileName, byte[] bytes) {
    }

    static List<Part> read(String contentType, byte[] body) {
        var boundary = BOUNDARY.matcher(contentType == null ? "" : contentType);
        if (!boundary.matches()) {
            throw malformed();
        }
        var name = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        // The first delimiter may stand at the very beginning, without the line break that belongs to the others.
        var whole = new byte[body.length + 2];
        whole[0] = '\r';
        whole[1] = '\n';
        System.arraycopy(body, 0, whole, 2, body.length);
        return new MultipartForm(whole, name).parts();
    }

    private List<Part> parts() {
        var parts = new ArrayList<Part>();
        int at = required(indexOf(delimiter, 0)) + delimiter.length;
        while (!isEnd(at)) {
            int end = required(indexOf(delimiter, at));
            parts.add(part(at, end));
            if (parts.size() > MOST_PARTS) {
                throw malformed();
            }
            at = end + delimiter.length;
        }
        return parts;
    }

    private boolean isEnd(int at) {
        return at + 1 < body.length && body[at] == '-' && body[at + 1] == '-';
    }

    private Part part(int from, int end) {
        int head = required(indexOf(HEAD_END, from));
        if (head > end || head - from > LONGEST_HEAD) {
            throw malformed();
        }
        var lines = new String(body, from, head - from, StandardCharsets.UTF_8).split("\r\n");
        var disposition = Arrays.stream(lines).filter(line -> FORM_PART.matcher(line).matches()).findFirst()
                .orElseThrow(MultipartForm::malformed);
        var fileName = FILE_NAME.matcher(disposition);
        return new Part(fileName.find() ? Optional.of(plain(fileName.group(1), fileName.group(2))) : Optional.empty(),
                Arrays.copyOfRange(body, head + HEAD_END.length, Math.max(head + HEAD_END.length, end)));
    }

    /** Browsers write quotes and line breaks in percents, others with a backslash. */
    private static String plain(String quoted, String bare) {
        return quoted == null ? bare : quoted.replaceAll("\\\\(.)", "$1").replace("%22", "\"");
    }

    private int indexOf(byte[] wanted, int from) {
        for (int i = from; i <= body.length - wanted.length; i++) {
            if (body[i] == wanted[0] && Arrays.equals(body, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    private static int required(int position) {
        if (position < 0) {
            throw malformed();
        }
        return position;
    }

    private static RefusedException malformed() {
        return Refusal.invalid("MALFORMED_BODY").asException();
    }
}
