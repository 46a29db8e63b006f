package io.weir.systemtests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each rule of the house bites: a deliberate violation is found. A rule that finds nothing anywhere would pass for
 * ever.
 */
class SpecimensTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("io.weir.specimens");
    private static final House HOUSE = new House(List.of(
            module("lower", "io.weir.specimens.lower", 1, List.of("upper")),
            module("upper", "io.weir.specimens.upper", 2, List.of("lower")),
            module("billing", "io.weir.specimens", 3, List.of())));

    @Test
    void aHomelessClassIsFound() {
        var withoutTheRest = new House(HOUSE.modules().subList(0, 2));
        assertThat(Rules.homeless(withoutTheRest, CLASSES)).contains("io.weir.specimens.OwnTime").noneMatch(n ->
                n.contains("CallsUp"));
    }

    @Test
    void aCallUpwardsIsFound() {
        assertThat(Rules.levels(HOUSE, CLASSES)).anyMatch(v -> v.contains("CallsUp"));
        assertThat(Rules.buildOrder(HOUSE)).containsExactly("lower depends on upper");
    }

    @Test
    void aReachThroughTheWallIsFound() {
        assertThat(Rules.onlyApi(HOUSE, CLASSES)).isNotEmpty().allMatch(v -> v.contains("ReachesIn"));
    }

    @Test
    void aKernelThatLeansIsFound() {
        assertThat(Rules.kernelIsPure(CLASSES, "io.weir.specimens.kernel")).anyMatch(v -> v.contains("Leaning"));
    }

    @Test
    void anApiThatKnowsItsStoreIsFound() {
        var moved = new ClassFileImporter().importPackages("io.weir.specimens.layered");
        assertThat(moved.stream().flatMap(c -> c.getDirectDependenciesFromSelf().stream())).isNotEmpty();
        assertThat(Rules.layers(moved, 1)).anyMatch(v -> v.contains("KnowsStore"));
    }

    @Test
    void ownTimeIsFound() {
        assertThat(Rules.noOwnTime(CLASSES, c -> false)).anyMatch(v -> v.contains("OwnTime"));
        assertThat(Rules.noOwnTime(CLASSES, c -> c.getSimpleName().equals("OwnTime"))).isEmpty();
    }

    @Test
    void aFloatingPriceIsFound() {
        assertThat(Rules.noFloatingMoney(HOUSE, CLASSES)).anyMatch(v -> v.contains("FloatingPrice"));
    }

    @Test
    void fogIsFound() {
        assertThat(Rules.names(CLASSES)).containsExactly("io.weir.specimens.InvoiceUtil");
    }

    @Test
    void anEventThatIsNoFactIsFound() {
        assertThat(Rules.isFact("PaymentSettled", true)).isTrue();
        assertThat(Rules.isFact("SettlePayment", true)).isFalse();
        assertThat(Rules.isFact("PaymentSettled", false)).isFalse();
    }

    @Test
    void sizesAreFound(@TempDir Path folder) throws IOException {
        var file = folder.resolve("Large.java");
        Files.writeString(file, "class Large {\n  void f(int a, int b, int c, int d, int e, int g) {\n"
                + "    f(1,2,3,4,5,6);\n".repeat(300)
                + "  }\n  String wide = \"" + "w".repeat(150) + "\";\n}\n");
        assertThat(SizeBudget.MOST.brokenBy(List.of(file))).hasSize(4)
                .anyMatch(v -> v.contains("lines")).anyMatch(v -> v.contains("columns"))
                .anyMatch(v -> v.contains("f has 302 lines")).anyMatch(v -> v.contains("takes 6 parameters"));
    }

    private static House.Module module(String name, String rootPackage, int level, List<String> dependencies) {
        return new House.Module(name, rootPackage, level, dependencies, Path.of("."));
    }
}
