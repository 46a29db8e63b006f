package io.weir.systemtests.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules of the house over compiled classes. Each answers what breaks it, in words; an empty list is a good house.
 */
final class Rules {
    private static final Set<String> NOW_OWNERS = Set.of("java.time.Instant", "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.ZonedDateTime", "java.time.OffsetDateTime", "java.time.Year", "java.time.YearMonth");
    private static final Set<String> FLOATING = Set.of("float", "double", "java.lang.Float", "java.lang.Double");
    private static final Pattern PAST_TENSE = Pattern.compile(".*(ed|Forgotten|Sold|Sent|Begun|Withdrawn|Paid)");
    private static final Pattern FOG = Pattern.compile(".*(Impl|Manager|Helper|Utils?|Data|Info|Processor|Handler)");
    private static final Pattern CONTAINER = Pattern.compile("jakarta\\.(inject|enterprise|transaction|ejb|ws|servlet|faces).*");
    private static final Set<String> DECIDING = Set.of("kernel", "metering", "payments", "subscriptions", "billing");

    private Rules() {
    }

    /** A module uses only modules of a smaller number. */
    static List<String> levels(House house, JavaClasses classes) {
        return across(house, classes, (from, to, d) -> to.level() >= from.level()
                ? "level " + from.level() + " uses level " + to.level() + ": " + d.getDescription() : null);
    }

    /** Another module is its api (or spi), and nothing else. */
    static List<String> onlyApi(House house, JavaClasses classes) {
        return across(house, classes, (from, to, d) -> to.level() > 0 && !to.offers(d.getTargetClass())
                ? from.name() + " reaches into " + to.name() + ": " + d.getDescription() : null);
    }

    /** What the build files say obeys the same order, so that no module can be used at all that is not below. */
    static List<String> buildOrder(House house) {
        return house.modules().stream().flatMap(m -> m.dependencies().stream()
                .filter(d -> house.modules().stream().anyMatch(o -> o.name().equals(d)))
                .filter(d -> house.named(d).level() >= m.level())
                .map(d -> m.name() + " depends on " + d)).toList();
    }

    /** Every class lives in a module's own package: one that nobody owns would escape every other rule. */
    static List<String> homeless(House house, JavaClasses classes) {
        return classes.stream().filter(c -> house.ownerOf(c).isEmpty()).map(JavaClass::getName).toList();
    }

    /** The kernel stands on the JDK alone. */
    static List<String> kernelIsPure(JavaClasses classes, String kernelPackage) {
        return dependencies(classes).filter(d -> d.getOriginClass().getPackageName().startsWith(kernelPackage))
                .filter(d -> !d.getTargetClass().getBaseComponentType().getPackageName().startsWith("java."))
                .filter(d -> !d.getTargetClass().getBaseComponentType().isPrimitive())
                .filter(d -> !d.getTargetClass().getBaseComponentType().getPackageName().startsWith(kernelPackage))
                .map(Dependency::getDescription).toList();
    }

    /** api ← domain ← app, store: what is said does not know how it is done; the domain needs no container. */
    static List<String> layers(JavaClasses classes) {
        return layers(classes, 0);
    }

    /** @param deeper how many package names stand before the module's, besides io.weir */
    static List<String> layers(JavaClasses classes, int deeper) {
        return dependencies(classes).filter(d -> {
            var from = Layer.of(d.getOriginClass(), deeper);
            var to = Layer.of(d.getTargetClass(), deeper);
            boolean inside = from.module().equals(to.module());
            return from.name().equals("api") && inside && Set.of("domain", "app", "store", "internal")
                    .contains(to.name())
                    || from.name().equals("domain") && (inside && Set.of("app", "store").contains(to.name())
                    || CONTAINER.matcher(d.getTargetClass().getPackageName()).matches());
        }).map(Dependency::getDescription).toList();
    }

    /** Nobody asks the machine for the time or its zone but the clock. */
    static List<String> noOwnTime(JavaClasses classes, Predicate<JavaClass> isTheClock) {
        return classes.stream().filter(c -> !isTheClock.test(c)).flatMap(c -> c.getAccessesFromSelf().stream())
                .filter(Rules::asksTheMachineForTime).map(JavaAccess::getDescription).toList();
    }

    /**
     * Where money or quantity is decided nothing is a float or double. Latencies and ratios live elsewhere, in classes
     * that say so.
     */
    static List<String> noFloatingMoney(House house, JavaClasses classes) {
        return classes.stream()
                .filter(c -> house.ownerOf(c).map(m -> DECIDING.contains(m.name())).orElse(false))
                .filter(c -> !c.getSimpleName().matches(".*(Latency|Latencies|Backoff|Percentile).*"))
                .flatMap(c -> Stream.concat(
                        c.getFields().stream().filter(f -> FLOATING.contains(f.getRawType().getName())).map(f ->
                                f.getFullName()),
                        c.getMethods().stream().filter(m -> FLOATING.contains(m.getRawReturnType().getName())
                                || m.getRawParameterTypes().stream().anyMatch(p -> FLOATING.contains(p.getName())))
                                .map(m -> m.getFullName())))
                .filter(name -> !name.contains("errorRate")).toList();
    }

    /** What is fired together or afterwards is a record, named in the past tense, in an api. */
    static List<String> events(JavaClasses classes) {
        return classes.stream().flatMap(c -> c.getMethods().stream())
                .flatMap(m -> m.getParameters().stream())
                .filter(p -> p.isAnnotatedWith("jakarta.enterprise.event.Observes")
                        && (p.isAnnotatedWith("io.weir.platform.api.Together")
                                || p.isAnnotatedWith("io.weir.platform.api.Afterwards")))
                .map(p -> p.getRawType())
                .filter(t -> !isFact(t.getSimpleName(), t.isRecord()))
                .map(t -> t.getName() + " is no record in the past tense").toList();
    }

    static boolean isFact(String name, boolean isRecord) {
        return isRecord && PAST_TENSE.matcher(name).matches();
    }

    /** A name says what a thing is, not that it does something with something. */
    static List<String> names(JavaClasses classes) {
        return classes.stream().filter(c -> !c.isAnonymousClass() && !c.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(c -> FOG.matcher(c.getSimpleName()).matches()).map(JavaClass::getName).toList();
    }

    private interface Crossing {
        String broken(House.Module from, House.Module to, Dependency dependency);
    }

    private static List<String> across(House house, JavaClasses classes, Crossing rule) {
        return dependencies(classes).flatMap(d -> {
            var from = house.ownerOf(d.getOriginClass());
            var to = house.ownerOf(d.getTargetClass().getBaseComponentType());
            return from.isEmpty() || to.isEmpty() || from.equals(to) ? Stream.<String>empty()
                    : Stream.ofNullable(rule.broken(from.get(), to.get(), d));
        }).toList();
    }

    private static Stream<Dependency> dependencies(JavaClasses classes) {
        return classes.stream().flatMap(c -> c.getDirectDependenciesFromSelf().stream());
    }

    private static boolean asksTheMachineForTime(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return NOW_OWNERS.contains(owner) && name.equals("now")
                || owner.equals("java.lang.System") && name.equals("currentTimeMillis")
                || owner.equals("java.time.ZoneId") && name.equals("systemDefault")
                || owner.equals("java.time.Clock") && name.startsWith("system")
                || owner.equals("java.util.Date") && name.equals("<init>")
                && access.getDescription().contains("java.util.Date.<init>()");
    }

    private record Layer(String module, String name) {
        static Layer of(JavaClass type, int deeper) {
            var parts = type.getPackageName().split("\\.");
            return new Layer(parts.length > 2 + deeper ? parts[2 + deeper] : type.getPackageName(),
                    parts.length > 3 + deeper ? parts[3 + deeper] : "");
        }
    }
}
