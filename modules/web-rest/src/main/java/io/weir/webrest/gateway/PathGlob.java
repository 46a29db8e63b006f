package io.weir.webrest.gateway;

import java.util.List;

/**
 * A pattern for paths: {@code *} is anything within one segment, {@code **} as a whole segment any number of them, none
 * included. Upper and lower case differ.
 */
final class PathGlob {
    private static final String ANY = "**";

    private PathGlob() {
    }

    static boolean matches(String glob, String path) {
        return matches(segments(glob), segments(path));
    }

    private static List<String> segments(String path) {
        int from = path.startsWith("/") ? 1 : 0;
        int until = path.length() > from && path.endsWith("/") ? path.length() - 1 : path.length();
        return from >= until ? List.of() : List.of(path.substring(from, until).split("/", -1));
    }

    /** Greedy with one way back, to the latest {@code **}: no pattern takes more than glob × path steps. */
    private static boolean matches(List<String> glob, List<String> path) {
        int g = 0;
        int p = 0;
        int anyAt = -1;
        int resumeAt = 0;
        while (p < path.size()) {
            if (g < glob.size() && glob.get(g).equals(ANY)) {
                anyAt = g++;
                resumeAt = p;
            } else if (g < glob.size() && matchesSegment(glob.get(g), path.get(p))) {
                g++;
                p++;
            } else if (anyAt >= 0) {
                g = anyAt + 1;
                p = ++resumeAt;
            } else {
                return false;
            }
        }
        return glob.stream().skip(g).allMatch(ANY::equals);
    }

    private static boolean matchesSegment(String glob, String text) {
        int g = 0;
        int t = 0;
        int starAt = -1;
        int resumeAt = 0;
        while (t < text.length()) {
            if (g < glob.length() && glob.charAt(g) == '*') {
                starAt = g++;
                resumeAt = t;
            } else if (g < glob.length() && glob.charAt(g) == text.charAt(t)) {
                g++;
                t++;
            } else if (starAt >= 0) {
                g = starAt + 1;
                t = ++resumeAt;
            } else {
                return false;
            }
        }
        return glob.substring(g).chars().allMatch(c -> c == '*');
    }
}
