package io.weir.systemtests.billing;

import io.weir.systemtests.billing.Books.Doc;
import io.weir.systemtests.billing.Books.Line;
import io.weir.systemtests.billing.Books.Term;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * Makes the figures again, from the invoices on paper and the README's words: slowly, day by day and account by
 * account, with none of the server's code. Minor units.
 */
final class BookKeeper {
    private static final Set<String> OF_PLAN = Set.of("plan", "discount");
    private static final MathContext EXACT = new MathContext(60);
    private final Books books;
    private final ZoneId zone;

    BookKeeper(Books books, ZoneId zone) {
        this.books = books;
        this.zone = zone;
    }

    /** What recurs and why it changed: sums of {@code start}, {@code new} and so on, and of how many accounts. */
    Map<String, long[]> movements(Instant from, Instant until) {
        var sums = new HashMap<String, long[]>();
        for (var word : List.of("start", "new", "expansion", "contraction", "churn", "reactivation", "end")) {
            sums.put(word, new long[2]);
        }
        for (var account : accounts()) {
            long before = monthly(account, from);
            long after = monthly(account, until);
            add(sums, "start", before);
            add(sums, "end", after);
            if (before == 0) {
                boolean known = books.docs().stream().anyMatch(doc -> doc.account().equals(account) && isOfPlan(doc)
                        && begins(doc).isBefore(from) && left(doc, from) > 0);
                add(sums, known ? "reactivation" : "new", after);
            } else {
                add(sums, after == 0 ? "churn" : after > before ? "expansion" : "contraction", after - before);
            }
        }
        return sums;
    }

    private static void add(Map<String, long[]> sums, String word, long amount) {
        if (amount != 0) {
            sums.get(word)[0] += amount;
            sums.get(word)[1]++;
        }
    }

    Set<String> accounts() {
        return new TreeSet<>(books.docs().stream().map(Doc::account).toList());
    }

    long monthly(String account, Instant moment) {
        return recurring(account, moment, 12);
    }

    long yearly(String account, Instant moment) {
        return recurring(account, moment, 1);
    }

    private long recurring(String account, Instant moment, int partsOfYear) {
        return books.docs().stream().filter(doc -> doc.account().equals(account) && isOfPlan(doc))
                .filter(doc -> !begins(doc).isAfter(moment) && planLine(doc).until().isAfter(moment))
                .filter(doc -> left(doc, begins(doc)) > 0 || left(doc, Instant.MIN) == 0)
                .max(Comparator.comparing(BookKeeper::begins).thenComparing(Doc::issued))
                .map(doc -> yearly(left(doc, moment), books.terms().get(planLine(doc).how().path("offer").path("slug")
                        .asText())).divide(BigDecimal.valueOf(partsOfYear), EXACT)
                        .setScale(0, RoundingMode.HALF_UP).longValueExact()).orElse(0L);
    }

    private static BigDecimal yearly(long net, Term term) {
        var whole = BigDecimal.valueOf(net);
        return switch (term.interval()) {
            case "year" -> whole;
            case "month" -> whole.multiply(BigDecimal.valueOf(12));
            default -> whole.multiply(new BigDecimal("365.25")).divide(BigDecimal.valueOf(term.days()), EXACT);
        };
    }

    private static boolean isOfPlan(Doc doc) {
        return doc.isInvoice() && doc.lines().stream().anyMatch(line -> line.kind().equals("plan"));
    }

    private static Line planLine(Doc doc) {
        return doc.lines().stream().filter(line -> line.kind().equals("plan")).findFirst().orElseThrow();
    }

    private static Instant begins(Doc doc) {
        return planLine(doc).from();
    }

    /** Of what an invoice asked for a plan, after what was given back by then. */
    private long left(Doc doc, Instant moment) {
        return ofPlan(doc) + backsOf(doc).stream().filter(back -> !back.issued().isAfter(moment))
                .mapToLong(BookKeeper::ofPlan).sum();
    }

    private static long ofPlan(Doc doc) {
        return doc.lines().stream().filter(line -> OF_PLAN.contains(line.kind())).mapToLong(Line::net).sum();
    }

    private List<Doc> backsOf(Doc doc) {
        return books.docs().stream().filter(back -> doc.id().equals(back.corrects())).toList();
    }

    /** In which month an account paid an invoice for a plan for the first time; null if it never did. */
    LocalDate cohort(String account) {
        return books.docs().stream().filter(doc -> doc.account().equals(account) && isOfPlan(doc)
                        && doc.status().equals("paid") && doc.settled() > 0).map(Doc::paid)
                .min(Comparator.naturalOrder()).map(paid -> day(paid).withDayOfMonth(1)).orElse(null);
    }

    /** Net by day of issue. */
    Map<LocalDate, Long> billed() {
        var days = new TreeMap<LocalDate, Long>();
        books.docs().forEach(doc -> days.merge(day(doc.issued()), doc.net(), Long::sum));
        return days;
    }

    /** Net by the day that it was earned on, of all documents. */
    Map<LocalDate, Long> recognised() {
        return recognised(LocalDate.MAX, true);
    }

    /** What was issued by the end of that day and is earned later; or issued later, and earned by then. */
    long deferred(LocalDate day) {
        return recognised(day, true).tailMap(day, false).values().stream().mapToLong(Long::longValue).sum();
    }

    long unbilled(LocalDate day) {
        return recognised(day, false).headMap(day, true).values().stream().mapToLong(Long::longValue).sum();
    }

    /** {@code before}: only of what was issued by then; else only of what was later. */
    private TreeMap<LocalDate, Long> recognised(LocalDate issued, boolean before) {
        var all = new TreeMap<LocalDate, Long>();
        for (var doc : books.docs()) {
            if (doc.isInvoice()) {
                doc.lines().forEach(line -> earned(doc, line, issued, before)
                        .forEach((day, net) -> all.merge(day, net, Long::sum)));
            }
        }
        return all;
    }

    private Map<LocalDate, Long> earned(Doc doc, Line line, LocalDate issued, boolean before) {
        var days = days(doc, line);
        var wanted = new TreeMap<LocalDate, Long>();
        var standing = spread(line.net(), days);
        if (day(doc.issued()).isAfter(issued) != before) {
            standing.forEach((day, net) -> wanted.merge(day, net, Long::sum));
        }
        for (var back : backsOf(doc)) {
            long net = back.lines().stream().filter(given -> given.how().path("line").asInt() == line.no())
                    .mapToLong(Line::net).sum();
            var taken = takenBack(standing, day(back.issued()), net, days.get(days.size() - 1));
            taken.forEach((day, part) -> standing.merge(day, part, Long::sum));
            if (day(back.issued()).isAfter(issued) != before) {
                taken.forEach((day, part) -> wanted.merge(day, part, Long::sum));
            }
        }
        return wanted;
    }

    private static Map<LocalDate, Long> takenBack(TreeMap<LocalDate, Long> standing, LocalDate on, long net,
            LocalDate last) {
        long ahead = standing.tailMap(on, true).values().stream().mapToLong(Long::longValue).sum();
        long part = net < 0 ? Math.max(net, -Math.max(0, ahead)) : Math.min(net, -Math.min(0, ahead));
        var taken = new TreeMap<LocalDate, Long>();
        if (part != 0) {
            var first = standing.tailMap(on, true).firstKey();
            taken.putAll(spread(part, first.datesUntil(last.plusDays(1)).toList()));
        }
        taken.merge(on, net - part, Long::sum);
        return taken;
    }

    /** By the largest remainder: equal ones, so the first days get what is over. */
    private static TreeMap<LocalDate, Long> spread(long net, List<LocalDate> days) {
        var parts = new TreeMap<LocalDate, Long>();
        long each = Math.abs(net) / days.size();
        long over = Math.abs(net) - each * days.size();
        for (int i = 0; i < days.size(); i++) {
            parts.put(days.get(i), Long.signum(net) * (each + (i < over ? 1 : 0)));
        }
        return parts;
    }

    private List<LocalDate> days(Doc doc, Line line) {
        boolean coupon = line.kind().equals("discount") && line.from() == null;
        var from = coupon ? doc.from() : line.from();
        var until = coupon ? doc.until() : line.until();
        if (from == null || until == null) {
            return List.of(day(doc.issued()));
        }
        var first = day(line.kind().equals("proration") ? Instant.parse(line.how().path("at").asText()) : from);
        return first.datesUntil(day(until).isAfter(first) ? day(until) : first.plusDays(1)).toList();
    }

    /** Open invoices by age: the sum and how many. */
    Map<String, long[]> unpaid(Instant now) {
        var ages = new HashMap<String, long[]>();
        for (var doc : books.docs()) {
            if (doc.isInvoice() && Set.of("open", "uncollectible").contains(doc.status())) {
                var sum = ages.computeIfAbsent(doc.status().equals("open") ? age(day(doc.due()), day(now))
                        : "written-off", word -> new long[2]);
                sum[0] += doc.total() - doc.settled() - doc.credited();
                sum[1]++;
            }
        }
        return ages;
    }

    private static String age(LocalDate due, LocalDate today) {
        long days = ChronoUnit.DAYS.between(due, today);
        return days <= 0 ? "current" : days <= 30 ? "1-30" : days <= 60 ? "31-60" : days <= 90 ? "61-90" : "over-90";
    }

    /** Net by account. */
    Map<String, Long> customers(LocalDate from, LocalDate to) {
        var sums = new HashMap<String, Long>();
        books.docs().stream().filter(doc -> within(doc, from, to))
                .forEach(doc -> sums.merge(doc.account(), doc.net(), Long::sum));
        return sums;
    }

    /** Net and how many invoices, by what was sold. */
    Map<String, long[]> packages(LocalDate from, LocalDate to) {
        var sums = new HashMap<String, long[]>();
        for (var doc : books.docs()) {
            if (within(doc, from, to)) {
                var sum = sums.computeIfAbsent(soldOn(doc), what -> new long[2]);
                sum[0] += doc.net();
                sum[1] += doc.isInvoice() ? 1 : 0;
            }
        }
        return sums;
    }

    /** Paid and not given back, tax included, of what is sold under that name. */
    long taken(String what) {
        return books.docs().stream().filter(doc -> doc.isInvoice() && doc.status().equals("paid"))
                .filter(doc -> soldOn(doc).endsWith("/" + what))
                .flatMapToLong(doc -> LongStream.concat(LongStream.of(doc.total()),
                        backsOf(doc).stream().mapToLong(Doc::total))).sum();
    }

    private String soldOn(Doc doc) {
        var original = doc.isInvoice() ? doc : books.docs().stream().filter(each -> each.id().equals(doc.corrects()))
                .findFirst().orElseThrow();
        var line = original.lines().stream().filter(each -> !Set.of("proration", "discount").contains(each.kind()))
                .findFirst().orElseThrow();
        var kind = line.kind().equals("minimum") ? "usage" : line.kind();
        return kind + "/" + line.how().path("offer").path("slug").asText();
    }

    private boolean within(Doc doc, LocalDate from, LocalDate to) {
        return !day(doc.issued()).isBefore(from) && !day(doc.issued()).isAfter(to);
    }

    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }
}
