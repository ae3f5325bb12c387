package io.cairn.node.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.cairn.proofs.MemoryBudget;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.address.AddressException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code application.conf}: refuses keys that do not exist and values out of range, each by name. */
public final class SettingsReader {

    private static final Set<Long> SECTOR_SIZES = Set.of(2L << 10, 8L << 20, 512L << 20, 32L << 30, 64L << 30);
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");
    private static final long SHORTEST_LIFETIME = 180L * 2880;
    private static final long LONGEST_LIFETIME = 1278L * 2880;
    private static final long LONGEST_START = 90L * 2880;
    private static final int MOST_DEALS = 128;
    private static final int LEAST_TOGETHER = 6;
    private static final int MOST_TOGETHER = 16;
    private static final long LEAST_PROVING_MEMORY = 64L << 20;

    private static final String PROPERTIES = "system properties (-D)";
    private static final Set<String> OTHER_PROPERTIES = Set.of("cairn.root", "cairn.log", "cairn.vector", "cairn.test.");

    private static final String POSTGRESQL_URL = "jdbc:postgresql:";

    private final Config config;

    private SettingsReader(Config config) {
        this.config = config;
    }

    /**
     * Reads and checks the configuration.
     *
     * @param file the user's file; one that does not exist leaves the defaults
     * @param home the folder given on the command line, if any; it wins over everything else
     * @throws ConfigurationException naming the key, the value and what was expected
     */
    public static Settings read(Path file, Optional<Path> home) {
        try {
            return new SettingsReader(merged(file)).settings(home);
        } catch (ConfigException e) {
            throw new ConfigurationException("configuration " + file + ": " + e.getMessage());
        }
    }

    /** Every key with the value in force, checked as {@link #read} does, by key. */
    public static List<Setting> effective(Path file, Optional<Path> home) {
        read(file, home);
        return merged(file).getConfig("cairn").entrySet().stream()
                .map(entry -> setting("cairn." + entry.getKey(), entry.getValue(), home))
                .sorted(Comparator.comparing(Setting::key))
                .toList();
    }

    private static Setting setting(String key, ConfigValue value, Optional<Path> home) {
        if (key.equals("cairn.home") && home.isPresent()) {
            return new Setting(key, home.get().toString(), "command line");
        }
        String origin = value.origin().description();
        return new Setting(key, withoutSecret(key, String.valueOf(value.unwrapped())), origin.startsWith("env var") ? "environment"
                : origin.contains("cairn-defaults") ? "default" : origin);
    }

    private static String withoutSecret(String key, String value) {
        return switch (key) {
            case "cairn.node.api-info" -> value.replaceFirst("^[^:/]+:(?=/|http|ws)", "***:");
            case "cairn.journal.url" -> value.replaceAll("(?i)(password=)[^&;]*", "$1***");
            default -> value;
        };
    }

    private static Config merged(Path file) {
        Config defaults = ConfigFactory.parseResources("cairn-defaults.conf");
        Config user = Files.exists(file)
                ? ConfigFactory.parseFile(file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false))
                : ConfigFactory.empty();
        refuseUnknownKeys(user, defaults);
        Config environment = ConfigFactory.parseResources("cairn-environment.conf").resolve();
        return properties(defaults).withFallback(environment).withFallback(user).withFallback(defaults).resolve();
    }

    /** Keys given to the JVM as {@code -Dcairn.devnet.port=0}; the launcher's own are not of the configuration. */
    private static Config properties(Config defaults) {
        Map<String, String> given = System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("cairn.") && OTHER_PROPERTIES.stream().noneMatch(name::startsWith))
                .collect(Collectors.toMap(name -> name, System::getProperty));
        Config properties = ConfigFactory.parseMap(given, PROPERTIES);
        refuseUnknownKeys(properties, defaults);
        return properties;
    }

    private static void refuseUnknownKeys(Config user, Config defaults) {
        Config known = defaults.resolve();
        user.resolve().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("cairn.") && !isKnown(known, entry.getKey()))
                .findFirst()
                .ifPresent(entry -> {
                    String nearest = known.entrySet().stream()
                            .map(Map.Entry::getKey)
                            .min(Comparator.comparingInt(key -> editDistance(key, entry.getKey())))
                            .orElseThrow();
                    throw new ConfigurationException(entry.getValue().origin().description() + ": unknown key "
                            + entry.getKey() + "; did you mean " + nearest + "?");
                });
    }

    private Settings settings(Optional<Path> home) {
        Path folder = home.orElseGet(() -> path("cairn.home").orElseThrow(
                () -> refused("cairn.home", "a folder"))).toAbsolutePath().normalize();
        return new Settings(
                folder,
                path("cairn.parameters").orElse(folder.resolve("parameters")),
                journal(),
                patience(),
                new Settings.Node(
                        config.getString("cairn.node.api-info"),
                        duration("cairn.node.call-timeout", Duration.ofSeconds(1), Duration.ofMinutes(10))),
                new Settings.Devnet(
                        config.getString("cairn.devnet.seed"),
                        duration("cairn.devnet.epoch", Duration.ofMillis(20), Duration.ofMinutes(5)),
                        config.getBoolean("cairn.devnet.time-lapse"),
                        port("cairn.devnet.port")),
                new Settings.Provider(
                        sectorSize(), number("cairn.provider.sector-lifetime", SHORTEST_LIFETIME, LONGEST_LIFETIME),
                        duration("cairn.provider.sweep", Duration.ofSeconds(10), Duration.ofDays(7))),
                new Settings.Sealing(sectorsTogether(), path("cairn.sealing.scratch")),
                addresses(),
                market(),
                new Settings.Proving(
                        (int) number("cairn.proving.challenge-confidence", 0, 20),
                        (int) number("cairn.proving.submit-confidence", 0, 50),
                        cores(),
                        memory()),
                new Settings.Management(loopback("cairn.management.host"), port("cairn.management.port")));
    }

    private Settings.Addresses addresses() {
        return new Settings.Addresses(addresses("cairn.addresses.pre-commit"), addresses("cairn.addresses.commit"),
                addresses("cairn.addresses.deal-publish"), config.getBoolean("cairn.addresses.worker-fallback"),
                config.getBoolean("cairn.addresses.owner-fallback"));
    }

    private List<String> addresses(String key) {
        return config.getStringList(key).stream().map(text -> {
            try {
                return Address.parse(text).toString();
            } catch (AddressException e) {
                throw refused(key, "a list of addresses such as [t01234, t3...]: " + e.getMessage());
            }
        }).distinct().toList();
    }

    private Settings.Market market() {
        long startBuffer = number("cairn.market.start-buffer", 0, LONGEST_START);
        return new Settings.Market(
                BigInteger.valueOf(number("cairn.market.price", 0, Long.MAX_VALUE)),
                number("cairn.market.start-delay", startBuffer + 1, LONGEST_START),
                number("cairn.market.duration", SHORTEST_LIFETIME, LONGEST_LIFETIME - LONGEST_START),
                startBuffer,
                duration("cairn.market.publish-wait", Duration.ZERO, Duration.ofDays(1)),
                (int) number("cairn.market.deals-per-message", 1, MOST_DEALS),
                duration("cairn.market.sector-wait", Duration.ZERO, Duration.ofDays(7)));
    }

    private long sectorSize() {
        long size = config.getMemorySize("cairn.provider.sector-size").toBytes();
        if (!SECTOR_SIZES.contains(size)) {
            throw refused("cairn.provider.sector-size", "2 KiB, 8 MiB, 512 MiB, 32 GiB or 64 GiB");
        }
        return size;
    }

    private int sectorsTogether() {
        String key = "cairn.sealing.sectors-together";
        int together = config.getInt(key);
        if (together != 1 && (together < LEAST_TOGETHER || together > MOST_TOGETHER)) {
            throw refused(key, "1, or a number from " + LEAST_TOGETHER + " to " + MOST_TOGETHER);
        }
        return together;
    }

    private int cores() {
        int available = Runtime.getRuntime().availableProcessors();
        int asked = (int) number("cairn.proving.cores", 0, available);
        return asked == 0 ? Math.max(1, available - 1) : asked;
    }

    private long memory() {
        String key = "cairn.proving.memory";
        long bytes = config.getMemorySize(key).toBytes();
        long most = MemoryBudget.physicalBytes();
        if (bytes == 0) {
            return MemoryBudget.ofMachine().limit();
        }
        if (bytes < LEAST_PROVING_MEMORY || bytes > most) {
            throw refused(key, "0, or a size from 64 MiB to the " + (most >> 20) + " MiB of this machine");
        }
        return bytes;
    }

    /** The endpoint speaks plain HTTP, and its views are open. */
    private String loopback(String key) {
        String host = config.getString(key);
        if (!LOOPBACK.contains(host)) {
            throw refused(key, "127.0.0.1 or localhost: the endpoint is without TLS; reach it from elsewhere through SSH");
        }
        return host;
    }

    private int port(String key) {
        return (int) number(key, 0, 65_535);
    }

    private long number(String key, long least, long most) {
        long value = config.getLong(key);
        if (value < least || value > most) {
            throw refused(key, "a number from " + least + " to " + most);
        }
        return value;
    }

    private Duration duration(String key, Duration least, Duration most) {
        Duration value = config.getDuration(key);
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw refused(key, "a time from " + least.toMillis() + " ms to " + most.toMillis() + " ms");
        }
        return value;
    }

    private ConfigurationException refused(String key, String expected) {
        ConfigValue value = config.getValue(key);
        return new ConfigurationException(
                value.origin().description() + ": " + key + " is " + value.unwrapped() + "; expected " + expected);
    }

    private Optional<Path> path(String key) {
        String text = config.getString(key);
        String expanded = text.startsWith("~/") ? System.getProperty("user.home") + text.substring(1) : text;
        return expanded.isBlank() ? Optional.empty() : Optional.of(Path.of(expanded).toAbsolutePath().normalize());
    }

    private Settings.Patience patience() {
        Duration first = duration("cairn.journal.first-pause", Duration.ofMillis(100), Duration.ofMinutes(1));
        return new Settings.Patience(first, duration("cairn.journal.longest-pause", first, Duration.ofMinutes(10)));
    }

    private Settings.Journal journal() {
        return switch (config.getString("cairn.journal.database")) {
            case "h2" -> new Settings.Journal.H2();
            case "postgresql" -> postgreSql();
            default -> throw refused("cairn.journal.database", "h2 or postgresql");
        };
    }

    private Settings.Journal postgreSql() {
        if (!config.getString("cairn.journal.url").startsWith(POSTGRESQL_URL)) {
            throw refused("cairn.journal.url", "a URL such as " + POSTGRESQL_URL + "//127.0.0.1:5432/cairn");
        }
        Optional<Path> passwordFile = path("cairn.journal.password-file");
        if (passwordFile.isPresent() && !Files.isReadable(passwordFile.get())) {
            throw refused("cairn.journal.password-file", "a readable file with the password");
        }
        return new Settings.Journal.PostgreSql(
                config.getString("cairn.journal.url"), config.getString("cairn.journal.user"), passwordFile);
    }

    /** A property names an element of a list by its place, such as {@code cairn.addresses.commit.0}. */
    private static boolean isKnown(Config known, String key) {
        String list = key.replaceFirst("\\.\\d+$", "");
        return known.hasPath(key) || known.hasPath(list) && known.getValue(list).valueType() == ConfigValueType.LIST;
    }

    private static int editDistance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
