package dev.recap.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.model.ToolSpec;
import dev.recap.tool.ToolAnswer.WorkChange;
import dev.recap.work.Effect;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.aop.TargetClassAware;

/** Marks count wherever the method is declared, and a proxy loses no tool without a word. */
class ProxiedToolsTest {

  record Order(String sku, int count) {}

  /** The tools as an interface declares them. */
  public interface Shop {
    @Tool(value = "Sells.", effect = Effect.ONCE, itemAlone = true)
    Closed<String> sell(@Item @Param("Such as O-1.") String orderId, Optional<List<Order>> extra);
  }

  /** Does what the interface says; what it calls its parameters is its own affair. */
  public static class OwnShop implements Shop {
    @Override
    public Closed<String> sell(String id, Optional<List<Order>> more) {
      return Closed.of("sold " + id + more.map(List::size).orElse(0));
    }
  }

  private static final String SELL =
      """
      {"type":"object","properties":{"order_id":{"type":"string","description":"Such as O-1."},\
      "extra":{"type":"array","items":{"type":"object","properties":{"sku":{"type":"string"},\
      "count":{"type":"integer"}},"required":["sku","count"],"additionalProperties":false}}},\
      "required":["order_id"],"additionalProperties":false}\
      """;

  private static void sells(Object owner) {
    Tools tools = Tools.of(owner);
    assertThat(tools.specs()).containsExactly(new ToolSpec("sell", "Sells.", SELL));
    assertThat(tools.declaration("sell").orElseThrow().identity().item()).isEqualTo("order_id");
    ToolAnswer answer =
        tools
            .runAll(
                List.of(
                    Fixture.prepared(
                        tools, "sell", "{'order_id':'O-1','extra':[{'sku':'a','count':1}]}")))
            .getFirst();
    assertThat(answer.text()).isEqualTo("sold O-11");
    assertThat(answer.change()).isEqualTo(new WorkChange.Closes(List.of()));
  }

  /** As a proxy by interface: of the target, only what the interfaces declare is passed on. */
  private static Object proxy(Object target, Class<?>... interfaces) {
    return Proxy.newProxyInstance(
        ProxiedToolsTest.class.getClassLoader(),
        interfaces,
        (self, method, arguments) -> {
          if (method.getName().equals("getTargetClass")) {
            return target.getClass();
          }
          try {
            return target
                .getClass()
                .getMethod(method.getName(), method.getParameterTypes())
                .invoke(target, arguments);
          } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
          }
        });
  }

  @Nested
  class AMark {
    @Test
    void countsOnTheInterface() {
      sells(new OwnShop());
      sells(proxy(new OwnShop(), Shop.class));
    }

    /** As a proxy by subclass overrides: without marks, generic types and names. */
    @Test
    void countsOnTheSuperclass() {
      /** Marked itself. */
      class Marked {
        @Tool(value = "Sells.", effect = Effect.ONCE, itemAlone = true)
        public Closed<String> sell(
            @Item @Param("Such as O-1.") String orderId, Optional<List<Order>> extra) {
          return Closed.of("sold " + orderId + extra.map(List::size).orElse(0));
        }
      }
      sells(
          new Marked() {
            @Override
            @SuppressWarnings({"rawtypes", "unchecked"})
            public Closed sell(String arg0, Optional arg1) {
              return super.sell(arg0, arg1);
            }
          });
    }

    @Test
    void countsOnAnInterfaceThatAClassMakesConcrete() {
      /** Generic, as such interfaces are. */
      interface Handler<T> {
        @Tool(value = "Handles.", effect = Effect.READ_ONLY)
        String handle(T order, List<? extends T> others);
      }
      /** Binds it. */
      class Handles implements Handler<Order> {
        @Override
        public String handle(Order one, List<? extends Order> rest) {
          return one.sku() + rest.getFirst().count();
        }
      }
      Tools tools = Tools.of(new Handles());

      assertThat(tools.specs()).hasSize(1);
      assertThat(
              tools
                  .runAll(
                      List.of(
                          Fixture.prepared(
                              tools,
                              "handle",
                              "{'order':{'sku':'a','count':1},'others':[{'sku':'b','count':2}]}")))
                  .getFirst()
                  .text())
          .isEqualTo("a2");
    }

    @Test
    void countsThroughAClassThatNobodyElseSees() {
      assertThat(Tools.of(new Visible()).specs())
          .extracting(ToolSpec::name)
          .containsExactly("hidden", "shared");
    }
  }

  /** Not public; the compiler gives its subclass a bridge. */
  static class Hidden {
    @Tool(value = "Is hidden.", effect = Effect.READ_ONLY)
    public String hidden() {
      return "";
    }

    @Tool(value = "Is shared.", effect = Effect.READ_ONLY)
    public static String shared() {
      return "";
    }
  }

  /** Adds nothing. */
  public static final class Visible extends Hidden {}

  @Nested
  class AProxyThatTellsWhatItStandsFor {
    @Test
    void hasTheToolsThatOnlyItsTargetMarks() {
      /** Without a mark. */
      interface Plain {
        String look(String thing);
      }
      /** With one. */
      class Target implements Plain {
        @Override
        @Tool(value = "Looks.", effect = Effect.READ_ONLY)
        public String look(@Item String thing) {
          return "saw " + thing;
        }
      }
      Tools tools = Tools.of(proxy(new Target(), Plain.class, TargetClassAware.class));

      assertThat(tools.declaration("look").orElseThrow().identity().item()).isEqualTo("thing");
      assertThat(
              tools
                  .runAll(List.of(Fixture.prepared(tools, "look", "{'thing':'it'}")))
                  .getFirst()
                  .text())
          .isEqualTo("saw it");
    }

    @Test
    void isRefusedForAToolThatItDoesNotPassOn() {
      /** Has more than its interface. */
      class Target extends OwnShop {
        @Tool(value = "Hides.", effect = Effect.READ_ONLY)
        public String hide() {
          return "";
        }
      }
      assertThatThrownBy(() -> Tools.of(proxy(new Target(), Shop.class, TargetClassAware.class)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is a proxy that does not pass on")
          .hasMessageContaining("Target.hide()");
    }

    @Test
    void isRefusedForAToolThatItCannotOverride() {
      assertThatThrownBy(() -> Tools.of(new ByClass()))
          .hasMessageContaining("is a proxy that does not pass on")
          .hasMessageContaining("WithFinal.settle()");
    }
  }

  /** Its tool cannot be overridden. */
  public static class WithFinal {
    @Tool(value = "Settles.", effect = Effect.READ_ONLY)
    public final String settle() {
      return "";
    }
  }

  /** As a proxy by subclass. */
  public static final class ByClass extends WithFinal implements TargetClassAware {
    @Override
    public Class<?> getTargetClass() {
      return WithFinal.class;
    }
  }

  @Test
  void aMarkedMethodThatIsNotPublicIsRefusedWhereverItStands() {
    /** Marks what cannot be called. */
    class Above {
      @Tool(value = "Whispers.", effect = Effect.READ_ONLY)
      protected String whisper() {
        return "";
      }
    }
    assertThatThrownBy(() -> Tools.of(new Above() {})).hasMessageContaining("must be public");
  }

  /** Overloads with names of their own. */
  public static final class Overloads {
    @Tool(value = "By text.", effect = Effect.READ_ONLY, name = "z_by_text")
    public String find(String text) {
      return text;
    }

    @Tool(value = "By number.", effect = Effect.READ_ONLY, name = "y_by_number")
    public String find(int number) {
      return "" + number;
    }

    @Tool(value = "By both.", effect = Effect.READ_ONLY, name = "x_by_both")
    public String find(int number, String text) {
      return text + number;
    }
  }

  /**
   * The virtual machine hands methods out in any order; the cached prefix must not depend on it.
   */
  @Test
  void overloadsStandInTheOrderOfTheirParameters() {
    List<String> names = Tools.of(new Overloads()).specs().stream().map(ToolSpec::name).toList();

    assertThat(names).containsExactly("z_by_text", "x_by_both", "y_by_number");
  }
}
