package dev.recap.web;

import dev.recap.web.people.Person;

/** The agent, as every page shows it: what model it works with, and a button that stops it. */
public interface AgentSwitch {
  /** An agent that nobody has started. */
  AgentSwitch NONE =
      new AgentSwitch() {
        @Override
        public String model() {
          return "";
        }

        @Override
        public boolean working() {
          return false;
        }

        @Override
        public void stop(Person by) {}
      };

  /** The model's name; empty where none was chosen. */
  String model();

  /** Whether it is at work. */
  boolean working();

  /** Lets it begin nothing new; returns at once and may be called when nothing is at work. */
  void stop(Person by);
}
