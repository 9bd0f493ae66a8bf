"""Common given names of the languages that English news writes about, with their gender.

Compact on purpose: the most frequent names of the last hundred years, from general
knowledge. Names that men and women bear ("Robin", "Andrea", "Jean") and names that are
more often family names ("Grant") or words ("Will", "Grace") are left out.
"""

from __future__ import annotations

from tui.analysis.lexicons import words

_MALE = words(
    """
    Aaron Abdul Abdullah Abdulrahman Abraham Adam Adolf Adrian Ahmad Ahmed Akira Alain Alan Albert
    Alberto Aldo Alejandro Aleksandar Aleksandr Alessandro Alex Alexander Alexandre Alexei Alfred
    Alfredo Ali Alistair Allan Allen Alvaro Amir Anatoly Anders Andre Andreas Andrei Andres Andrew
    Andrey Andriy Andrzej Andy Angelo Anthony Antoine Anton Antonio Antony Ari Arjun Armando
    Arnold Arthur Arturo Arvind Axel Barack Barry Bashar Ben Benedict Benjamin Benny Bernard Bernd
    Bernie Bert Bertrand Bill Billy Bjorn Bob Bobby Boris Brad Brandon Brendan Brent Brett Brian
    Brock Bruce Bruno Bryan Carl Carlo Carlos Cedric Cesar Charles Charlie Chris Christian
    Christoph Christophe Christopher Chuck Claude Claudio Clement Clifford Clive Colin Connor
    Conor Craig Curt Cyril Dag Damian Dan Daniel Danny Darren Dave David Dean Denis Dennis Derek
    Diego Dieter Dimitri Dmitri Dmitry Dominic Dominique Don Donald Doug Douglas Duncan Dwight Ed
    Eddie Edgar Eduardo Edward Edwin Eli Elias Elliot Emile Emilio Emmanuel Emmerson Enrico
    Enrique Eric Erik Ernest Ernesto Ernst Esteban Eugene Evan Evgeny Fabio Fabrice Felipe Felix
    Ferdinand Fernando Fidel Filip Florian Francesco Francisco Francois Frank Frankie Franz Fred
    Freddie Frederick Frederik Friedrich Fritz Gabriel Gareth Gary Gavin Gennady Geoff Geoffrey
    Georg George Georges Gerald Gerard Gerhard Gerry Giacomo Gianluca Gilbert Gilles Giorgio
    Giovanni Giuseppe Glenn Gordon Graham Greg Gregg Gregor Gregory Guillaume Guillermo Gunther
    Gustav Gustavo Guy Hamid Hans Harald Harold Harry Harvey Hassan Hector Heinrich Heinz Helmut
    Hendrik Henri Henrik Henry Herbert Herman Hermann Hiroshi Howard Hubert Hugh Hugo Hussein Ian
    Ibrahim Ignacio Igor Ilya Imran Ingmar Isaac Ivan Ivo Jack Jacob Jacques Jaime Jake Jakob
    James Jamie Jan Janos Jared Jason Javier Jay Jeff Jeffrey Jens Jeremy Jerome Jerry Jesse Jesus
    Jim Jimmy Joachim Joao Joaquin Joe Joel Johan Johann Johannes John Johnny Jon Jonas Jonathan
    Jorge Jose Josef Joseph Josep Josh Joshua Juan Julian Julio Jurgen Justin Kamal Karim Karl
    Keith Ken Kenji Kenneth Kevin Khalid Kirk Klaus Konrad Konstantin Kurt Kyle Lars Larry Laurent
    Lech Leif Len Leo Leon Leonard Leonardo Leonhard Leonid Leroy Leopold Liam Lionel Lloyd
    Lorenzo Louis Luca Lucas Luciano Ludwig Luigi Luis Luiz Luke Magnus Mahmoud Malcolm Manfred
    Manuel Marc Marcel Marcello Marco Marcos Marcus Marek Mario Mark Markus Martin Marty Marvin
    Massimo Mateo Mats Matt Matteo Matthew Matthias Maurice Maurizio Max Maxim Maximilian Mehmet
    Michael Michal Michel Miguel Mick Mikael Mike Mikhail Milan Miles Milos Mitch Mohamed Mohammad
    Mohammed Muhammad Mustafa Nathan Nathaniel Ned Neil Nelson Nicholas Nick Nicolas Nicolai
    Nicolaus Nigel Niklas Nikita Nikola Nikolai Nils Noah Noel Norbert Norman Olaf Oleg Oleksandr
    Oleksiy Oliver Olivier Omar Oscar Oskar Osama Otto Owen Pablo Paolo Pascal Patrick Patricio
    Paul Paulo Pavel Pavlo Pedro Per Pete Peter Petr Petro Phil Philip Philipp Philippe Phillip
    Pierre Pieter Pietro Piotr Rafael Rainer Raj Rajesh Rajiv Ralf Ralph Ramon Randall Randy Raul
    Ray Raymond Recep Reinhard Rene Ricardo Riccardo Rich Richard Rick Ricky Rob Robert Roberto
    Rod Roderick Rodney Rodrigo Roger Roland Rolf Roman Ron Ronald Ronnie Rory Ruben Rudolf
    Rudolph Rudy Rupert Russell Ryan Sadiq Salvador Salvatore Sam Samir Samuel Sanjay Scott Sean
    Sebastian Sebastien Serge Sergei Sergey Sergio Shane Shinzo Sidney Silvio Simon Slobodan Stan
    Stanley Stefan Stefano Stephan Stephane Stephen Steve Steven Stuart Sven Tariq Ted Terence
    Terry Theo Theodore Thierry Thomas Tim Timothy Todd Tom Tomas Tommy Toni Tony Travis Trevor
    Tyler Ulrich Umberto Vaclav Vadim Valery Vernon Vicente Victor Viktor Vince Vincent Vincenzo
    Vitaly Vitali Vladimir Volodymyr Walter Warren Wayne Werner Wilfred Wilhelm William Willem
    Willie Willy Wolfgang Xavier Yasser Yuri Yusuf Yves Zachary Zbigniew Zoran
    """
)
_FEMALE = words(
    """
    Abigail Ada Adele Adriana Agatha Agnes Aisha Alexandra Alexis Alice Alicia Alina Alison
    Allison Amalia Amanda Amber Amelia Amina Amy Ana Anastasia Angela Angelina Angie Anita Anja
    Ann Anna Annabel Anne Annette Annie Antonia Aretha Astrid Audrey Barbara Beata Beatrice
    Beatriz Becky Bella Benazir Bernadette Bertha Beth Betsy Betty Beverley Beverly Birgit Bonnie
    Brenda Brianna Bridget Brigitte Brittany Camila Camilla Candace Carla Carmen Carol Carolina
    Caroline Carolyn Cassandra Catalina Catherine Cathy Cecilia Celia Charlotte Chelsea Cheryl
    Chloe Christa Christiana Christina Christine Cindy Clara Clarissa Claudia Colleen Connie
    Constance Cordelia Corinne Cristina Cynthia Daniela Danielle Daphne Dawn Debbie Deborah Debra
    Delia Denise Diana Diane Dolores Donna Doris Dorothea Dorothy Ebba Edith Eileen Elaine Eleanor
    Elena Elisa Elisabeth Elise Eliza Elizabeth Ella Ellen Elsa Elsie Emilia Emily Emma Erica
    Erika Esther Ethel Eugenia Eva Eve Evelyn Fatima Felicia Fiona Frances Francesca Frida
    Gabriela Gabriella Gail Genevieve Georgina Geraldine Gertrude Gina Giovanna Giulia Gladys
    Gloria Greta Gwen Gwendolyn Hannah Harriet Heather Heidi Helen Helena Helene Helga Henrietta
    Hilary Hilda Hillary Ida Imogen Indira Inga Ingrid Irene Irina Iris Isabel Isabella Isabelle
    Ivana Jacqueline Jane Janet Janice Jasmine Jeanette Jeanne Jenna Jennifer Jenny Jessica Jill
    Joan Joanna Joanne Jodie Johanna Josephine Joyce Juana Juanita Judith Judy Julia Juliana
    Julianne Julie Juliet June Kamala Karen Karin Karina Kate Katarina Katerina Katharine
    Katherine Kathleen Kathryn Kathy Katie Katja Katrina Katya Kayla Kirsten Klara Kristen Kristin
    Kristina Larissa Laura Lauren Laverne Leah Leila Lena Leona Leonora Leticia Lidia Lily Linda
    Lindsay Lisa Liz Liza Lois Lola Lorena Lorraine Louisa Louise Lucia Lucie Lucille Lucinda Lucy
    Ludmila Luisa Lydia Lyudmila Madeleine Madeline Madonna Magdalena Maggie Maia Malala Manuela
    Margaret Margarita Margot Marguerite Maria Mariana Marianne Marie Marilyn Marina Marine Marion
    Marisa Marjorie Marlene Marta Martha Martina Mary Matilda Maureen Maya Megan Melania Melanie
    Melinda Melissa Mercedes Meredith Michaela Michelle Mildred Mimi Miranda Miriam Moira Molly
    Mona Monica Monique Muriel Myriam Nadia Nadine Nancy Naomi Natalia Natalie Natasha Nell Nellie
    Nicola Nicole Nina Noelle Nora Norma Octavia Olena Olga Olivia Olympia Oprah Pamela Patricia
    Patty Paula Pauline Peggy Penelope Penny Petra Phoebe Phyllis Polly Priscilla Rachel Raisa
    Ramona Rebecca Regina Renata Renee Rhonda Rita Roberta Rosa Rosalind Rosanna Rosemary Rosie
    Rowena Roxana Ruth Sabina Sabine Sabrina Sally Samantha Sandra Sara Sarah Selena Serena Sharon
    Sheila Shelley Sherri Sherry Shirley Silvia Simone Sofia Sonia Sonja Sonya Sophia Sophie
    Stella Stephanie Sue Susan Susanna Susanne Suzanne Svetlana Sylvia Tamara Tania Tanya Tara
    Tatiana Teresa Tessa Thelma Theresa Therese Tiffany Tina Tracey Ursula Valentina Valerie
    Vanessa Vera Veronica Victoria Viktoria Viola Violet Virginia Vivian Vivienne Wanda Wendy
    Wilhelmina Wilma Winifred Xenia Yasmin Yolanda Yulia Yvette Yvonne Zainab Zara Zoe
    """
)

GIVEN_NAMES: dict[str, str] = dict.fromkeys(_MALE, "m") | dict.fromkeys(_FEMALE, "f")
"""Given names as they are written, with `m` or `f`."""
